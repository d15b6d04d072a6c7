import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Clock } from '../system/clock';
import { MINUTE_MS } from '../system/clock';
import type { Db } from '../system/db/table';
import { deleteTries, deleteTriesOf, insertTries, listTries, TRIES_WINDOW_MS } from '../system/http/login_tries';

/** Who tries, as far as it is counted. */
export interface Trier {
  readonly username: string;
  /** The client's address, by the trusted proxies. */
  readonly ip: string;
  /** Of a browser in which this user has logged in before; null for any other. */
  readonly browser: string | null;
}

interface Count {
  readonly key: string;
  readonly triesMax: number;
}

/** OpenCart's default limit is five tries. */
const TRIES_MAX = 5;
/** An office behind one address mistypes more often than one person. */
const ADDRESS_TRIES_MAX = 20;
/** Of one name from everywhere: guessing from many addresses ends here. */
const NAME_TRIES_MAX = 30;

/**
 * A browser that has been let in before counts by itself, so that strangers who guess at a name do not lock its owner
 * out. All others count per name and address, per address, and per name.
 */
export function countsOf({ username, ip, browser }: Trier): Count[] {
  const name = username.trim().toLowerCase();
  if (browser !== null) return [{ key: `browser:${browser}`, triesMax: TRIES_MAX }];
  const address = networkOf(ip);
  return [
    { key: `both:${name}\n${address}`, triesMax: TRIES_MAX },
    { key: `address:${address}`, triesMax: ADDRESS_TRIES_MAX },
    { key: `name:${name}`, triesMax: NAME_TRIES_MAX },
  ];
}

/** Guesses at a mailed code, which only somebody with the password can make. */
export function codeCountsOf(username: string): Count[] {
  return [{ key: `code:${username.trim().toLowerCase()}`, triesMax: TRIES_MAX }];
}

export type Try =
  { readonly allowed: true; readonly ids: readonly number[] } | { readonly allowed: false; readonly minutes: number };

/**
 * Counts a try before anything is compared, so that many at once are no more than the limit. It stays counted unless
 * `forgiveTry` takes it back; one that was refused does not make the wait longer.
 */
export async function beginTry(db: Db, clock: Clock, counts: readonly Count[]): Promise<Try> {
  const now = clock.now();
  const ids = await insertTries(
    db,
    counts.map(({ key }) => hash(key)),
    now,
  );
  let until = 0;
  for (const { key, triesMax } of counts) {
    const made = await listTries(db, hash(key), now, triesMax + 1);
    const oldest = made.length > triesMax ? made.at(-1) : undefined;
    if (oldest !== undefined) until = Math.max(until, oldest + TRIES_WINDOW_MS);
  }
  if (until === 0) return { allowed: true, ids };
  await deleteTries(db, ids);
  return { allowed: false, minutes: Math.max(1, Math.ceil((until - now) / MINUTE_MS)) };
}

/** It was no failure: this try, and those of the first kind before it, are forgotten. */
export async function forgiveTry(db: Db, counts: readonly Count[], ids: readonly number[]): Promise<void> {
  await deleteTries(db, ids);
  const [own] = counts;
  if (own) await deleteTriesOf(db, hash(own.key));
}

/** Minutes to wait before another try would be allowed; 0 when it is. Counts nothing. */
export async function minutesToWait(db: Db, clock: Clock, [own]: readonly Count[]): Promise<number> {
  if (!own) return 0;
  const now = clock.now();
  const made = await listTries(db, hash(own.key), now, own.triesMax);
  const oldest = made.length >= own.triesMax ? made.at(-1) : undefined;
  return oldest === undefined ? 0 : Math.ceil((oldest + TRIES_WINDOW_MS - now) / MINUTE_MS);
}

/** Whoever has one IPv6 address has its whole /64. */
export function networkOf(ip: string): string {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail = ''] = plain.replace(/%.*$/, '').split('::');
  const [before, after] = [head, tail].map((part) => part.split(':').filter((group) => group !== ''));
  const missing = Math.max(0, 8 - (before?.length ?? 0) - (after?.length ?? 0));
  const groups = [...(before ?? []), ...Array.from({ length: missing }, () => '0'), ...(after ?? [])];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
