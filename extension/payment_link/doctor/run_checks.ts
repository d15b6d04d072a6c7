import { SECOND_MS } from '../../../system/clock';
import { reasonOf } from '../../../system/errors';
import { AS_IT_IS, sayOf, TOPICS, type CheckTexts, type Finding, type Said, type Say, type Topic } from './finding';

/** One look at one thing. It never changes anything, and ends when the signal says so. */
export interface Check {
  readonly topic: Topic;
  run(say: Say, signal: AbortSignal): Promise<readonly Finding[]>;
}

/** A person waits for the answer. */
const CHECK_TIMEOUT_MS = 12 * SECOND_MS;

interface Running {
  readonly timeoutMs: number;
  readonly said: Said;
}

/** All at once, each with its own end: one that fails or hangs is itself a finding. In the order of the topics. */
export async function runChecks(
  checks: readonly Check[],
  texts: CheckTexts,
  { timeoutMs = CHECK_TIMEOUT_MS, said = AS_IT_IS }: Partial<Running> = {},
): Promise<Finding[]> {
  const findings = (await Promise.all(checks.map((check) => runOne(check, texts, { timeoutMs, said })))).flat();
  return findings.sort((a, b) => TOPICS.indexOf(a.topic) - TOPICS.indexOf(b.topic));
}

async function runOne(check: Check, texts: CheckTexts, { timeoutMs, said }: Running): Promise<readonly Finding[]> {
  const say = sayOf(check.topic, texts, said);
  const end = new AbortController();
  const slow = say('problem', 'check_slow', { seconds: Math.round(timeoutMs / SECOND_MS) });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Finding[]>((resolve) => {
    timer = setTimeout(() => {
      end.abort();
      resolve([slow]);
    }, timeoutMs);
  });
  try {
    return await Promise.race([check.run(say, end.signal), late]);
  } catch (thrown) {
    return [say('problem', 'check_failed', { reason: reasonOf(thrown) })];
  } finally {
    clearTimeout(timer);
  }
}
