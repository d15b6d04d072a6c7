import type { Db, Tx } from '../../../system/db/table';
import { t } from '../../../system/db/table';

export const BULK_ACTS = ['resend', 'renew', 'cancel'] as const;
export type BulkAct = (typeof BULK_ACTS)[number];

/** Table `payment_link_run`: one press of "Resend", "Renew" or "Cancel" for many links. Times are UTC epoch ms. */
interface RunRow {
  run_id: number;
  act: BulkAct;
  actor: string;
  ip: string | null;
  total: number;
  started_at: number;
  stopped_at: number | null;
  ended_at: number | null;
}

export interface BulkRun {
  readonly runId: number;
  readonly act: BulkAct;
  readonly actor: string;
  readonly ip: string | null;
  readonly total: number;
  readonly startedAt: number;
  /** Somebody pressed Stop: what was asked for is still seen to its end. */
  readonly stoppedAt: number | null;
  readonly endedAt: number | null;
}

const runs = (db: Db) => db<RunRow>(t(db, 'payment_link_run'));

export async function insertRun(
  tx: Tx,
  run: Pick<BulkRun, 'act' | 'actor' | 'ip' | 'total' | 'startedAt'>,
): Promise<number> {
  const { act, actor, ip, total, startedAt } = run;
  const [id] = await runs(tx).insert({ act, actor: actor.slice(0, 64), ip, total, started_at: startedAt });
  return Number(id);
}

export async function findRun(db: Db, runId: number): Promise<BulkRun | null> {
  const row = await runs(db).where({ run_id: runId }).first();
  return row ? read(row) : null;
}

export async function listRuns(db: Db, limit: number): Promise<BulkRun[]> {
  return (await runs(db).orderBy('run_id', 'desc').limit(limit)).map(read);
}

export async function listRunsUnderWay(db: Db, limit: number): Promise<BulkRun[]> {
  return (await runs(db).whereNull('ended_at').orderBy('run_id', 'desc').limit(limit)).map(read);
}

/** False when somebody stopped it before, or nothing of it is left. */
export async function markStopped(tx: Tx, runId: number, now: number): Promise<boolean> {
  const open = runs(tx).where({ run_id: runId }).whereNull('stopped_at').whereNull('ended_at');
  return (await open.update({ stopped_at: now })) > 0;
}

export async function markEnded(tx: Tx, runId: number, now: number): Promise<boolean> {
  return (await runs(tx).where({ run_id: runId }).whereNull('ended_at').update({ ended_at: now })) > 0;
}

/** Those that ended before a moment, oldest first. */
export async function listRunsEndedBefore(db: Db, before: number, limit: number): Promise<number[]> {
  const rows = await runs(db).where('ended_at', '<', before).orderBy('run_id').limit(limit).select('run_id');
  return rows.map((row) => row.run_id);
}

export async function deleteRun(tx: Tx, runId: number): Promise<void> {
  await runs(tx).where({ run_id: runId }).delete();
}

function read(row: RunRow): BulkRun {
  const time = (value: number | null): number | null => (value === null ? null : Number(value));
  return {
    ...{ runId: row.run_id, act: row.act, actor: row.actor, ip: row.ip, total: row.total },
    ...{ startedAt: Number(row.started_at), stoppedAt: time(row.stopped_at), endedAt: time(row.ended_at) },
  };
}
