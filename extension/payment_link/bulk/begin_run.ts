import { retryingTransaction } from '../../../system/db/retry';
import { putJob } from '../../../system/outbox/jobs';
import type { PaymentLinks } from '../context';
import { recordFormResult } from '../forms';
import { JOBS } from '../jobs';
import { writeJournal } from '../journal/journal';
import { onPress, type Person } from '../journal/person';
import { insertRunLinks, leaveWaiting } from './run_links';
import { insertRun, markStopped, type BulkAct } from './runs';

/** More is another press: whoever presses can still oversee it, and an hour or so does it. */
export const RUN_LINKS_MAX = 2000;

/**
 * A person's press for these links, each of which is looked at when its turn comes. Answers the run's id, which is
 * also the press's result. @throws AppError `pressed_before`
 */
export async function beginRun(
  context: PaymentLinks,
  act: BulkAct,
  linkIds: readonly number[],
  person: Person,
): Promise<number> {
  const chosen = [...new Set(linkIds)].slice(0, RUN_LINKS_MAX);
  const { name: actor, ip, press } = person;
  return onPress(context, person, async (tx, now) => {
    const runId = await insertRun(tx, { act, actor, ip, total: chosen.length, startedAt: now });
    await insertRunLinks(tx, runId, chosen);
    await putJob(tx, { name: JOBS.bulk, payload: { runId }, runAt: now, now });
    await writeJournal(tx, { event: `bulk.${act}_begun`, details: { links: chosen.length }, actor, ip, at: now });
    if (press) await recordFormResult(tx, press.token, String(runId));
    return runId;
  });
}

/** What was asked for is still done; the rest is left alone. False when there was nothing to stop. */
export async function stopRun(context: PaymentLinks, runId: number, { name: actor, ip }: Person): Promise<boolean> {
  const stopped = await retryingTransaction(context.db, async (tx) => {
    const now = context.clock.now();
    if (!(await markStopped(tx, runId, now))) return false;
    await leaveWaiting(tx, runId);
    await writeJournal(tx, { event: 'bulk.stopped', actor, ip, at: now });
    return true;
  });
  context.wake();
  return stopped;
}
