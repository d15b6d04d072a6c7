import { textsIn } from '../../../language';
import type { PaymentLinks } from '../context';
import { goneStatuses } from '../sweep/gone_statuses';
import type { PaymentExtension } from '../gateways/payment_extension';
import { shopFacts } from '../setting/shop_facts';
import type { Finding, Say } from './finding';
import type { Check } from './run_checks';
import { listEnabled, type EnabledProvider } from './stores';

export interface StatusSources {
  readonly extensions: readonly PaymentExtension[];
  /** Of new orders; 0 when none is chosen. */
  defaultStatusId(storeId: number): Promise<number>;
  readonly language: string;
}

/** The same rules that the settings page holds a Save against, for what has changed around it since. */
export function statusCheck(context: PaymentLinks, sources: StatusSources): Check {
  return {
    topic: 'statuses',
    async run(say) {
      const findings: Finding[] = [];
      for (const enabled of await listEnabled(context)) findings.push(...(await look(context, sources, enabled, say)));
      return findings;
    },
  };
}

async function look(
  context: PaymentLinks,
  sources: StatusSources,
  enabled: EnabledProvider,
  say: Say,
): Promise<Finding[]> {
  const extension = sources.extensions.find(({ code }) => code === enabled.provider.code);
  if (!extension) return [];
  const wrong = await wrongFields(context, sources.language, extension, enabled, say);
  if (!enabled.settings.on || wrong.length > 0) return wrong;
  return [...wrong, ...(await fitting(context, sources, enabled, say))];
}

async function wrongFields(
  context: PaymentLinks,
  language: string,
  extension: PaymentExtension,
  { store, values }: EnabledProvider,
  say: Say,
): Promise<Finding[]> {
  const facts = await shopFacts(context, store.storeId);
  const errors = { ...goneStatuses(extension.settings, values, facts.statusIds), ...extension.check(values, facts) };
  const secrets = new Set(extension.settings.filter(({ kind }) => kind === 'secret').map(({ key }) => key));
  const files: Readonly<Record<string, Readonly<Record<string, unknown>>>> = textsIn(language);
  const words = { ...files['extension/payment'], ...files[`payment/${extension.code}`] };
  return Object.entries(errors)
    .filter(([key]) => !secrets.has(key))
    .map(([key, error]) => {
      const [field, reason] = [String(words[`entry_${key}`] ?? key), String(words[error] ?? error)];
      return say('problem', 'statuses_wrong', { store: store.name, provider: extension.title, field, reason });
    });
}

async function fitting(
  { db, orderBook }: PaymentLinks,
  sources: StatusSources,
  { store, provider, settings }: EnabledProvider,
  say: Say,
): Promise<Finding[]> {
  const id = settings.requestStatusId;
  const status = (await orderBook.listStatuses(db)).find(({ statusId }) => statusId === id)?.name ?? String(id);
  const names = { store: store.name, provider: provider.title, status };
  const reserves = (await orderBook.reservingStatusIds(db, store.storeId)).includes(id);
  const standard = (await sources.defaultStatusId(store.storeId)) === id;
  return [
    standard ? say('warning', 'statuses_default', names) : say('ok', 'statuses_fit', names),
    say('ok', reserves ? 'statuses_reserve' : 'statuses_no_reserve', names),
  ];
}
