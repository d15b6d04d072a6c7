import { DAY_MS, HOUR_MS } from '../../../system/clock';
import type { PaymentLinks } from '../context';
import { lifetimeMs } from '../gateways/gateway_settings';
import { readLinkSettings, type LinkSettings } from '../setting/link_settings';
import { listMethods, type StoredMethod } from '../gateways/methods';
import type { Finding, Say } from './finding';
import type { Check } from './run_checks';
import { listEnabled, type EnabledProvider } from './stores';

/** The second mail of Second Chance comes a day after the first: a link must outlive it by enough to be paid. */
const SECOND_CHANCE_MS = 2 * DAY_MS;

export function lifetimeCheck(context: PaymentLinks, locale: string): Check {
  return {
    topic: 'lifetime',
    async run(say) {
      const findings: Finding[] = [];
      for (const enabled of await listEnabled(context)) {
        if (!enabled.settings.on) continue;
        const links = readLinkSettings(await context.settingsFor(enabled.store.storeId, 'payment_link'));
        findings.push(...lifetimeFindings(enabled, await offeredOf(context, enabled), links, { locale, say }));
      }
      return findings;
    },
  };
}

async function offeredOf(context: PaymentLinks, { store, provider, values }: EnabledProvider): Promise<StoredMethod[]> {
  const account = provider.accountOf(values);
  if (account === null) return [];
  const place = { gateway: provider.code, storeId: store.storeId, environment: account.environment };
  return (await listMethods(context.db, place)).filter((method) => method.enabled && !method.payLater);
}

/** Pure: everything it looks at is handed in. */
export function lifetimeFindings(
  { store, provider, settings }: EnabledProvider,
  offered: readonly Pick<StoredMethod, 'id' | 'name'>[],
  links: LinkSettings,
  { locale, say }: { readonly locale: string; readonly say: Say },
): Finding[] {
  const life = lifetimeMs(settings.lifetime);
  const names = { store: store.name, provider: provider.title, lifetime: sayLife(life, locale) };
  const limits = offered
    .map((method) => ({ name: method.name, limit: provider.methodLifeMs?.(method.id) ?? Infinity }))
    .filter(({ limit }) => limit < life);
  const methods = new Intl.ListFormat(locale).format(limits.map(({ name }) => name));
  const limit = sayLife(Math.min(...limits.map((one) => one.limit)), locale);
  const never = links.reminders.hoursAfter.filter((hours) => hours * HOUR_MS >= life);
  const findings = [
    ...(limits.length > 0 ? [say('warning', 'lifetime_method', { ...names, methods, limit })] : []),
    ...(settings.secondChance && life < SECOND_CHANCE_MS ? [say('warning', 'lifetime_second_chance', names)] : []),
    ...(settings.secondChance && links.reminders.on ? [say('warning', 'lifetime_both', names)] : []),
    ...(links.reminders.on && never.length > 0
      ? [say('warning', 'lifetime_reminders', { ...names, hours: never.join(', ') })]
      : []),
  ];
  return findings.length > 0 ? findings : [say('ok', 'lifetime_fits', names)];
}

/** "30 days", "36 hours", "90 seconds": in the largest unit that says it whole. */
function sayLife(ms: number, locale: string): string {
  const [unit, size] = (
    [
      ['day', DAY_MS],
      ['hour', HOUR_MS],
      ['second', 1000],
    ] as const
  ).find(([, each]) => ms % each === 0) ?? ['second', 1000];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(Math.round(ms / size));
}
