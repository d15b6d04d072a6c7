import { createHash } from 'node:crypto';
import type { Clock } from '../system/clock';
import { MINUTE_MS } from '../system/clock';
import type { Db } from '../system/db/table';
import { t } from '../system/db/table';

/** Failed log-ins per name and per address; OpenCart's default limit is five tries. */
interface LoginRow {
  key_hash: string;
  failures: number;
  first_at: number;
  last_at: number;
}

const FAILURES_MAX = { name: 5, address: 20 };
/** Counting starts anew after a quiet quarter of an hour: long enough to stop guessing, short enough for a typist. */
const WINDOW_MS = 15 * MINUTE_MS;

/** Minutes to wait, 0 when a try is allowed. Known only by hash: the table tells nobody's name. */
export async function minutesToWait(db: Db, clock: Clock, username: string, ip: string): Promise<number> {
  const rows = await db<LoginRow>(t(db, 'payment_link_login'))
    .whereIn('key_hash', [nameKey(username), addressKey(ip)])
    .where('last_at', '>', clock.now() - WINDOW_MS);
  const blocked = rows.filter(
    (row) => row.failures >= (row.key_hash === nameKey(username) ? FAILURES_MAX.name : FAILURES_MAX.address),
  );
  const until = Math.max(0, ...blocked.map((row) => Number(row.last_at) + WINDOW_MS - clock.now()));
  return Math.ceil(until / MINUTE_MS);
}

export async function countFailure(db: Db, clock: Clock, username: string, ip: string): Promise<void> {
  const now = clock.now();
  for (const key of [nameKey(username), addressKey(ip)]) {
    const row = await db<LoginRow>(t(db, 'payment_link_login')).where({ key_hash: key }).first();
    if (!row) {
      await db<LoginRow>(t(db, 'payment_link_login')).insert({
        key_hash: key,
        failures: 1,
        first_at: now,
        last_at: now,
      });
      continue;
    }
    const fresh = Number(row.last_at) < now - WINDOW_MS;
    await db<LoginRow>(t(db, 'payment_link_login'))
      .where({ key_hash: key })
      .update(fresh ? { failures: 1, first_at: now, last_at: now } : { failures: row.failures + 1, last_at: now });
  }
}

export async function forgetFailures(db: Db, username: string): Promise<void> {
  await db<LoginRow>(t(db, 'payment_link_login'))
    .where({ key_hash: nameKey(username) })
    .delete();
}

const nameKey = (username: string): string => hash(`name:${username.trim().toLowerCase()}`);
const addressKey = (ip: string): string => hash(`address:${ip}`);

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
