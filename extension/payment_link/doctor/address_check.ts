import { assertOutsideTransaction } from '../../../system/db/transaction';
import { reasonOf } from '../../../system/errors';
import type { PaymentLinks } from '../context';
import type { Finding, Say } from './finding';
import type { Check } from './run_checks';
import { beginSelfCheck, endSelfCheck, SELF_CHECK_ANSWER, SELF_CHECK_PATH } from './self_check';

/** Whether customers and providers find this program at PUBLIC_URL. */
export function addressCheck(context: PaymentLinks, demo: boolean): Check {
  return {
    topic: 'address',
    async run(say, signal) {
      const reached = await reachSelf(context, say, signal);
      return [...kindOf(context.publicUrl, demo, say), reached];
    },
  };
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

function kindOf(url: string, demo: boolean, say: Say): Finding[] {
  const { protocol, hostname } = new URL(url);
  if (LOOPBACK.has(hostname))
    return [demo ? say('ok', 'address_demo', { url }) : say('problem', 'address_local', { url })];
  return protocol === 'https:' ? [] : [say('problem', 'address_plain', { url })];
}

async function reachSelf(context: PaymentLinks, say: Say, signal: AbortSignal): Promise<Finding> {
  const { db, clock, publicUrl: url } = context;
  assertOutsideTransaction('asking ourselves');
  const nonce = await beginSelfCheck(db, clock.now());
  try {
    const answer = await fetch(`${url}${SELF_CHECK_PATH}${nonce}`, { signal, redirect: 'manual' });
    const text = await answer.text();
    if (answer.status === 200 && text === SELF_CHECK_ANSWER) return say('ok', 'address_reached', { url });
    const target = answer.headers.get('location');
    if (target !== null) return say('problem', 'address_redirected', { url, target });
    return say('problem', 'address_foreign', { url, status: answer.status });
  } catch (thrown) {
    if (signal.aborted) throw thrown;
    return say('problem', 'address_silent', { url, reason: causeOf(thrown) });
  } finally {
    await endSelfCheck(db, nonce);
  }
}

/** "fetch failed" says nothing; its cause does. */
function causeOf(thrown: unknown): string {
  const cause = thrown instanceof Error ? thrown.cause : undefined;
  return reasonOf(cause ?? thrown);
}
