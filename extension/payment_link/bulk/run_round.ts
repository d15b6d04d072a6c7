import { DAY_MS, MINUTE_MS, SECOND_MS } from '../../../system/clock';
import { crashPoint } from '../../../system/crash_point';
import { retryingTransaction } from '../../../system/db/retry';
import type { Tx } from '../../../system/db/table';
import { transaction } from '../../../system/db/transaction';
import { AppError } from '../../../system/errors';
import { RetryLater } from '../../../system/outbox/job';
import type { PaymentLinks } from '../context';
import { writeJournal } from '../journal/journal';
import type { Link } from '../link/link_row';
import { findLink, findNewestByToken, lockLink } from '../link/links';
import { askCancel, askRenewal, askResend } from '../person/person_actions';
import { judgeNextAttempt } from '../person/judge_renewal';
import { linkNotFound } from '../person/person_errors';
import { halfOfMinute } from '../sweep/pace';
import { linkDoneByOther } from './bulk_errors';
import { followLink, refusalOf } from './follow_link';
import { judgeLink } from './judge_link';
import {
  countAskedSince,
  countRunLinks,
  deleteRunLinks,
  findSameActSince,
  listRunLinks,
  markDone,
  markRefused,
  rememberMail,
  takeTurn,
  type RunLink,
} from './run_links';
import { deleteRun, findRun, listRunsEndedBefore, markEnded, type BulkRun } from './runs';

/** Asked for and not decided, at most: while provider or mail server is down, the rest waits for its turn. */
export const UNDER_WAY_MAX = 25;
const BETWEEN_ROUNDS_MS = SECOND_MS;
const KEPT_MS = 90 * DAY_MS;

/**
 * One round of the job `payment_link.bulk`: sees what became of the links that were asked for, and asks for the next.
 * Killed anywhere and begun again, it does each link once.
 */
export async function runRound(context: PaymentLinks, { runId }: { readonly runId: number }): Promise<void> {
  const run = await findRun(context.db, runId);
  if (run === null || run.endedAt !== null) return;
  const underWay = await followAsked(context, run);
  if (run.stoppedAt === null) await askNext(context, run, UNDER_WAY_MAX - underWay);
  const counts = await countRunLinks(context.db, runId);
  if (counts.waiting + counts.asked > 0) throw new RetryLater(BETWEEN_ROUNDS_MS, 'the next links of the run');
  await end(context, run, { done: counts.done, refused: counts.refused, left: counts.left });
}

async function followAsked(context: PaymentLinks, run: BulkRun): Promise<number> {
  const asked = await listRunLinks(context.db, run.runId, 'asked', { limit: UNDER_WAY_MAX });
  let underWay = 0;
  for (const one of asked) {
    const outcome = await followLink(context, run, one);
    if (outcome.kind === 'done') await markDone(context.db, one.runLinkId);
    else if (outcome.kind === 'refused') await markRefused(context.db, one.runLinkId, outcome.why);
    else underWay++;
    crashPoint('bulk.followed');
  }
  return underWay;
}

async function askNext(context: PaymentLinks, run: BulkRun, room: number): Promise<void> {
  if (room <= 0) return;
  const { db, clock } = context;
  for (const one of await listRunLinks(db, run.runId, 'waiting', { limit: room })) {
    const link = await findLink(db, one.linkId);
    const pace = await halfOfMinute(context, link?.storeId ?? 0);
    if ((await countAskedSince(db, clock.now() - MINUTE_MS)) >= pace) return;
    await askOne(context, run, one, link);
  }
}

/** A refusal is written by itself: what the act had written before it is undone. */
async function askOne(context: PaymentLinks, run: BulkRun, one: RunLink, link: Link | null): Promise<void> {
  try {
    const refusal = link !== null && run.act === 'renew' ? await judgeNextAttempt(context, link) : null;
    if (refusal !== null) throw refusal;
    await retryingTransaction(context.db, async (tx) => {
      const now = context.clock.now();
      if (await takeTurn(tx, one.runLinkId, now)) await act(tx, run, one, now);
      crashPoint('bulk.asking');
    });
  } catch (refused) {
    if (!(refused instanceof AppError)) throw refused;
    await markRefused(context.db, one.runLinkId, refusalOf(refused));
    crashPoint('bulk.refused');
    return;
  }
  crashPoint('bulk.asked');
  context.wake();
}

/** The link is held, so that two runs with the same act see each other. @throws AppError */
async function act(tx: Tx, run: BulkRun, { runLinkId, linkId }: RunLink, now: number): Promise<void> {
  const link = await lockLink(tx, linkId);
  if (link === null) throw linkNotFound();
  const refusal = judgeLink(run.act, link, (await findNewestByToken(tx, link.token)) ?? link);
  if (refusal !== null) throw refusal;
  const same = { act: run.act, linkId, notRunId: run.runId, since: run.startedAt };
  const other = await findSameActSince(tx, same);
  if (other !== null) throw linkDoneByOther({ values: { actor: other } });
  const person = { name: run.actor, ip: run.ip };
  if (run.act === 'cancel') await askCancel(tx, link, person, now);
  else if (run.act === 'renew') await askRenewal(tx, link, person, { mail: true }, now);
  else await rememberMail(tx, runLinkId, await askResend(tx, link, person, {}, now));
}

async function end(
  context: PaymentLinks,
  { runId, actor }: BulkRun,
  details: { done: number; refused: number; left: number },
): Promise<void> {
  await transaction(context.db, async (tx) => {
    const now = context.clock.now();
    if (await markEnded(tx, runId, now)) await writeJournal(tx, { event: 'bulk.done', details, actor, at: now });
  });
  crashPoint('bulk.ended');
}

/** Runs that nobody looks at any more. */
export async function deleteOldRuns(context: Pick<PaymentLinks, 'db'>, now: number): Promise<void> {
  for (const runId of await listRunsEndedBefore(context.db, now - KEPT_MS, 50)) {
    await transaction(context.db, async (tx) => {
      await deleteRunLinks(tx, runId);
      await deleteRun(tx, runId);
    });
  }
}
