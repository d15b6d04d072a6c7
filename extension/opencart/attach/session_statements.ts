import { DateTime, IANAZone } from 'luxon';

/** What the shop's own program sets on each connection, as far as it shows in the data. */
export interface ShopSession {
  /** Empty before 3.0.3.7. Never strict: the data hold zero dates and texts that were cut. */
  readonly sqlMode: string;
  /** IANA name of `config_timezone`; null where the shop has none and keeps the server's time. */
  readonly timeZone: string | null;
}

/** 3.0.3.7 brought `config_timezone` and a set sql_mode at once; from 3.0.3.8 on and in 4.x it is this one. */
const SQL_MODE = 'NO_ZERO_IN_DATE,NO_ENGINE_SUBSTITUTION';

export function shopSession(timeZone: string): ShopSession {
  return timeZone === '' ? { sqlMode: '', timeZone: null } : { sqlMode: SQL_MODE, timeZone };
}

/**
 * For `connect`: run on every new connection, computed anew each time because the offset follows daylight saving.
 * The names stay four-byte for every version: our own tables hold any text, a three-byte column reads the same
 * through it, and what PHP would read as "?" is replaced before it is written.
 */
export function sessionStatements(session: ShopSession, nowMs: number): string[] {
  const statements = ['SET NAMES utf8mb4', `SET SESSION sql_mode = '${session.sqlMode}'`];
  const offset = session.timeZone === null ? null : offsetOf(session.timeZone, nowMs);
  return offset === null ? statements : [...statements, `SET SESSION time_zone = '${offset}'`];
}

/** `+02:00`; null for a name nobody knows, which leaves the server's zone. */
function offsetOf(zone: string, nowMs: number): string | null {
  return IANAZone.isValidZone(zone) ? DateTime.fromMillis(nowMs, { zone }).toFormat('ZZ') : null;
}
