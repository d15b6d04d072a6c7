import { fingerprintOf } from '../gateways/accounts';
import type { PaymentLinks } from '../context';
import { GatewayError, type GatewayAccount } from '../gateway';
import type { CheckTexts, Finding, Say } from './finding';
import type { Check } from './run_checks';
import { listEnabled, type EnabledProvider } from './stores';

/** Every account of every store is asked once, with the key that links are made with. */
export function accountCheck(context: PaymentLinks, texts: CheckTexts): Check {
  return {
    topic: 'account',
    async run(say, signal) {
      const enabled = await listEnabled(context);
      if (enabled.length === 0) return [say('warning', 'account_none')];
      const asked = new Set<string>();
      const findings: Promise<Finding>[] = [];
      for (const one of enabled) {
        const account = one.provider.accountOf(one.values);
        if (account === null) {
          findings.push(Promise.resolve(missing(one, texts, say)));
          continue;
        }
        const name = `${one.provider.code}:${fingerprintOf(account)}`;
        if (!asked.has(name)) findings.push(ask(context, one, account, { texts, say, signal }));
        asked.add(name);
      }
      return [...(await Promise.all(findings)), ...linksOff(enabled, say)];
    },
  };
}

function missing({ store, provider, values }: EnabledProvider, texts: CheckTexts, say: Say): Finding {
  const environment = values['environment'] === '0' ? texts.environment_live : texts.environment_test;
  return say('problem', 'account_no_key', { store: store.name, provider: provider.title, environment });
}

interface Asking {
  readonly texts: CheckTexts;
  readonly say: Say;
  readonly signal: AbortSignal;
}

async function ask(
  context: PaymentLinks,
  { store, provider }: EnabledProvider,
  account: GatewayAccount,
  { texts, say, signal }: Asking,
): Promise<Finding> {
  const environment = account.environment === 'live' ? texts.environment_live : texts.environment_test;
  const names = { store: store.name, provider: provider.title, environment };
  try {
    const call = { idempotencyKey: `check-${context.clock.now()}`, signal };
    const answer = await provider.open(account).testConnection?.(call);
    return say('ok', 'account_works', { ...names, answer: answer ?? provider.title });
  } catch (thrown) {
    if (!(thrown instanceof GatewayError)) throw thrown;
    return refusal(thrown, names, { texts, say });
  }
}

function refusal(
  thrown: GatewayError,
  names: Readonly<Record<string, string>>,
  { texts, say }: Pick<Asking, 'texts' | 'say'>,
): Finding {
  const { remedy } = thrown.details;
  if (thrown.technical !== null) {
    const unreached = say('problem', 'account_not_reached', names, remedy ?? texts.account_unreachable_remedy);
    return { ...unreached, cause: thrown.technical };
  }
  const reason = thrown.message.replace(/\.$/, '');
  const key = thrown.outcome === 'rejected' ? 'account_refused' : 'account_unreachable';
  return say('problem', key, { ...names, reason }, remedy);
}

function linksOff(enabled: readonly EnabledProvider[], say: Say): Finding[] {
  return enabled
    .filter(({ settings }) => !settings.on)
    .map(({ store, provider }) => say('warning', 'account_links_off', { store: store.name, provider: provider.title }));
}
