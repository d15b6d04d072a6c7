import type { Db } from '../db/table';
import { dialectOf, t } from '../db/table';
import type { JobRow } from './jobs';

/**
 * Claims by lease. SQLite: one UPDATE statement. MySQL and MariaDB: SKIP LOCKED at READ COMMITTED, or GET_LOCK
 * where the server lacks it. One "portable" statement for both deadlocks on MariaDB under load.
 */
export interface ClaimRequest {
  readonly owner: string;
  readonly now: number;
  readonly leaseMs: number;
  readonly limit: number;
  readonly skipLocked: boolean;
  /** Jobs of this owner that are done: their rows go in the same transaction, which saves one for each of them. */
  readonly finished: readonly number[];
}

/** A claim takes milliseconds: who waits longer than this for another one looks again later. */
const LOCK_SECONDS = 2;

export async function claimJobs(db: Db, request: ClaimRequest): Promise<JobRow[]> {
  if (dialectOf(db) === 'sqlite') return claimSqlite(db, request);
  return request.skipLocked ? claimSkipLocked(db, request) : claimUnderLock(db, request);
}

function due(db: Db, request: ClaimRequest) {
  return db<JobRow>(t(db, 'payment_link_outbox'))
    .whereNull('failed_at')
    .where('run_at', '<=', request.now)
    .where((free) => free.whereNull('claimed_until').orWhere('claimed_until', '<', request.now))
    .orderBy('run_at')
    .limit(request.limit);
}

function lease(request: ClaimRequest): Partial<JobRow> {
  return { claimed_by: request.owner, claimed_until: request.now + request.leaseMs };
}

async function claimSqlite(db: Db, request: ClaimRequest): Promise<JobRow[]> {
  if (request.finished.length === 0) return leaseDue(db, request);
  return db.transaction(async (tx) => {
    await deleteFinished(tx, request);
    return leaseDue(tx, request);
  });
}

async function leaseDue(db: Db, request: ClaimRequest): Promise<JobRow[]> {
  return db<JobRow>(t(db, 'payment_link_outbox'))
    .whereIn('outbox_id', due(db, request).select('outbox_id'))
    .update(lease(request))
    .returning('*') as unknown as Promise<JobRow[]>;
}

async function deleteFinished(db: Db, { finished, owner }: ClaimRequest): Promise<void> {
  if (finished.length === 0) return;
  await db<JobRow>(t(db, 'payment_link_outbox'))
    .whereIn('outbox_id', [...finished])
    .where('claimed_by', owner)
    .delete();
}

async function claimSkipLocked(db: Db, request: ClaimRequest): Promise<JobRow[]> {
  return db.transaction(async (tx) => {
    await deleteFinished(tx, request);
    const rows = (await due(tx, request).select('*').forUpdate().skipLocked()) as JobRow[];
    return mark(tx, rows, request);
  });
}

/**
 * One connection holds the lock across the commit, so that no claim starts before the last one is visible. Who does not
 * get the lock claims nothing: the next look is soon. The lock's name is the server's, so it holds the database's.
 */
async function claimUnderLock(db: Db, request: ClaimRequest): Promise<JobRow[]> {
  await deleteFinished(db, request);
  const connection = (await db.client.acquireConnection()) as unknown;
  const name = db.raw('MD5(CONCAT(DATABASE(), ?))', [`.${t(db, 'payment_link_outbox')}.claim`]);
  try {
    const asked = db.raw('SELECT GET_LOCK(?, ?) AS got', [name, LOCK_SECONDS]).connection(connection);
    const [[answer]] = (await asked) as [[{ got: number | null }]];
    if (Number(answer.got) !== 1) return [];
    try {
      return await leaseUnderLock(db, request, connection);
    } finally {
      await db.raw('SELECT RELEASE_LOCK(?)', [name]).connection(connection);
    }
  } finally {
    await db.client.releaseConnection(connection);
  }
}

async function leaseUnderLock(db: Db, request: ClaimRequest, connection: unknown): Promise<JobRow[]> {
  const rows = (await due(db, request).select('*').connection(connection)) as JobRow[];
  if (rows.length === 0) return rows;
  const ids = rows.map((row) => row.outbox_id);
  await db<JobRow>(t(db, 'payment_link_outbox'))
    .whereIn('outbox_id', ids)
    .update(lease(request))
    .connection(connection);
  return rows.map((row) => ({ ...row, ...lease(request) }) as JobRow);
}

async function mark(tx: Db, rows: JobRow[], request: ClaimRequest): Promise<JobRow[]> {
  if (rows.length === 0) return rows;
  await tx<JobRow>(t(tx, 'payment_link_outbox'))
    .whereIn(
      'outbox_id',
      rows.map((row) => row.outbox_id),
    )
    .update(lease(request));
  return rows.map((row) => ({ ...row, ...lease(request) }) as JobRow);
}

/** MySQL 8.0.1 and MariaDB 10.6 know SKIP LOCKED. */
export async function knowsSkipLocked(db: Db): Promise<boolean> {
  if (dialectOf(db) === 'sqlite') return false;
  const [rows] = (await db.raw('SELECT VERSION() AS version')) as [{ version: string }[]];
  const version = rows[0]?.version ?? '';
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  return version.includes('MariaDB') ? major > 10 || (major === 10 && minor >= 6) : major >= 8;
}
