import type { Db, Tx } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import type { BulkAct } from './runs';

/**
 * `waiting` → `asked` (what a person's press would have done is done, in the same transaction) → `done` or `refused`.
 * Besides: `refused` at once, and `left` when the run was stopped before its turn.
 */
export const RUN_LINK_STATES = ['waiting', 'asked', 'done', 'refused', 'left'] as const;
export type RunLinkState = (typeof RUN_LINK_STATES)[number];

/** Table `payment_link_run_link`: the links of a run, in the order in which they are done. */
interface RunLinkRow {
  run_link_id: number;
  run_id: number;
  link_id: number;
  state: RunLinkState;
  /** Of a resend. */
  mail_id: number | null;
  reason: string | null;
  remedy: string | null;
  asked_at: number | null;
}

export interface RunLink {
  readonly runLinkId: number;
  readonly runId: number;
  readonly linkId: number;
  readonly mailId: number | null;
  readonly reason: string;
  readonly remedy: string | null;
  /** UTC epoch ms. */
  readonly askedAt: number | null;
}

/** Rows of one statement: SQLite takes so many values at most. */
const AT_ONCE = 200;

const links = (db: Db) => db<RunLinkRow>(t(db, 'payment_link_run_link'));

export async function insertRunLinks(tx: Tx, runId: number, linkIds: readonly number[]): Promise<void> {
  for (let at = 0; at < linkIds.length; at += AT_ONCE) {
    const some = linkIds.slice(at, at + AT_ONCE);
    await links(tx).insert(some.map((linkId) => ({ run_id: runId, link_id: linkId, state: 'waiting' as const })));
  }
}

/** In the order of the run. */
export async function listRunLinks(
  db: Db,
  runId: number,
  state: RunLinkState,
  page: { readonly limit: number; readonly offset?: number },
): Promise<RunLink[]> {
  const rows = await links(db)
    .where({ run_id: runId, state })
    .orderBy('run_link_id')
    .limit(page.limit)
    .offset(page.offset ?? 0);
  return rows.map(read);
}

export async function countRunLinks(db: Db, runId: number): Promise<Readonly<Record<RunLinkState, number>>> {
  const rows = (await links(db).where({ run_id: runId }).groupBy('state').select('state').count({ n: '*' })) as {
    state: RunLinkState;
    n: number;
  }[];
  const counts = { waiting: 0, asked: 0, done: 0, refused: 0, left: 0 };
  for (const { state, n } of rows) counts[state] = Number(n);
  return counts;
}

/** How many links all runs together have asked for since a moment. */
export async function countAskedSince(db: Db, since: number): Promise<number> {
  const [row] = await links(db).where('asked_at', '>=', since).count({ n: '*' });
  return Number(row?.['n'] ?? 0);
}

/** Of those under way, when the first was asked for; null when none is. */
export async function firstAskedAt(db: Db, runId: number): Promise<number | null> {
  const [row] = (await links(db).where({ run_id: runId, state: 'asked' }).min({ at: 'asked_at' })) as { at: unknown }[];
  return row?.at === null || row?.at === undefined ? null : Number(row.at);
}

/** Takes a link's turn. False when another process took it, or the run was stopped: then nothing is to be done. */
export async function takeTurn(tx: Tx, runLinkId: number, now: number): Promise<boolean> {
  const waiting = links(tx).where({ run_link_id: runLinkId, state: 'waiting' });
  return (await waiting.update({ state: 'asked', asked_at: now })) > 0;
}

export async function rememberMail(tx: Tx, runLinkId: number, mailId: number): Promise<void> {
  await links(tx).where({ run_link_id: runLinkId }).update({ mail_id: mailId });
}

export async function markDone(db: Db, runLinkId: number): Promise<void> {
  await links(db).where({ run_link_id: runLinkId, state: 'asked' }).update({ state: 'done' });
}

export async function markRefused(
  db: Db,
  runLinkId: number,
  why: { readonly reason: string; readonly remedy: string | null },
): Promise<void> {
  const { reason, remedy } = why;
  await links(db)
    .where({ run_link_id: runLinkId })
    .whereIn('state', ['waiting', 'asked'])
    .update({ state: 'refused', reason: reason.slice(0, 1000), remedy: remedy?.slice(0, 1000) ?? null });
}

export async function leaveWaiting(tx: Tx, runId: number): Promise<void> {
  await links(tx).where({ run_id: runId, state: 'waiting' }).update({ state: 'left' });
}

export async function deleteRunLinks(tx: Tx, runId: number): Promise<void> {
  await links(tx).where({ run_id: runId }).delete();
}

/** Who did the same act with a link in another run since a moment; null when nobody did. */
export async function findSameActSince(
  db: Db,
  same: { readonly act: BulkAct; readonly linkId: number; readonly notRunId: number; readonly since: number },
): Promise<string | null> {
  const row = (await db
    .from({ one: t(db, 'payment_link_run_link') })
    .join({ run: t(db, 'payment_link_run') }, 'run.run_id', 'one.run_id')
    .where({ 'one.link_id': same.linkId, 'run.act': same.act })
    .whereNot('one.run_id', same.notRunId)
    .where('one.asked_at', '>=', same.since)
    .whereIn('one.state', ['asked', 'done'])
    .first('run.actor')) as { actor: string } | undefined;
  return row?.actor ?? null;
}

function read(row: RunLinkRow): RunLink {
  return {
    ...{ runLinkId: row.run_link_id, runId: row.run_id, linkId: row.link_id, mailId: row.mail_id },
    ...{ reason: row.reason ?? '', remedy: row.remedy },
    askedAt: row.asked_at === null ? null : Number(row.asked_at),
  };
}
