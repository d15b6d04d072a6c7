import { SECOND_MS } from '../../../system/clock';
import { assertOutsideTransaction } from '../../../system/db/transaction';
import type { PaymentLinks } from '../context';
import type { Finding } from './finding';
import type { Check } from './run_checks';
import { listEnabled } from './stores';

/** More than this, and signed notifications and expiries go wrong. */
const APART_MAX_S = 120;

/** Compares our clock with the `Date` that a provider's API answers with; what else it answers does not matter. */
export function clockCheck(context: PaymentLinks): Check {
  return {
    topic: 'clock',
    async run(say, signal) {
      const seen = new Map<string, string>();
      for (const { provider, values } of await listEnabled(context)) {
        const account = provider.accountOf(values);
        const url = account === null ? undefined : provider.apiUrl?.(account.environment);
        if (url !== undefined) seen.set(url, provider.title);
      }
      return Promise.all(
        [...seen].map(async ([url, provider]): Promise<Finding> => {
          const apart = await secondsApart(context, url, signal);
          if (apart === null) return say('warning', 'clock_unknown', { provider });
          const level = apart > APART_MAX_S ? 'problem' : 'ok';
          return say(level, level === 'ok' ? 'clock_agrees' : 'clock_differs', { provider, seconds: apart });
        }),
      );
    },
  };
}

/** Null when nobody answered, or without a date: another check says that. */
async function secondsApart(context: PaymentLinks, url: string, signal: AbortSignal): Promise<number | null> {
  assertOutsideTransaction(`asking ${new URL(url).host} for its time`);
  const asked = context.clock.now();
  const answer = await fetch(url, { signal, redirect: 'manual' }).catch(() => null);
  if (answer === null) return null;
  const answered = context.clock.now();
  await answer.body?.cancel();
  const told = Date.parse(answer.headers.get('date') ?? '');
  // The header has whole seconds; the answer was made somewhere between the question and now.
  return Number.isNaN(told) ? null : Math.round(Math.abs(told - (asked + answered) / 2) / SECOND_MS);
}
