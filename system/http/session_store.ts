import { createHash } from 'node:crypto';
import { Store, type SessionData } from 'express-session';
import type { Clock } from '../clock';
import { MINUTE_MS } from '../clock';
import type { Db } from '../db/table';
import { t } from '../db/table';
import { rowTogether } from '../db/together';

/** Table `payment_link_session`: only the hash of the cookie's value is stored, so the table opens no session. */
export interface SessionRow {
  session_id: string;
  user_id: number | null;
  data: string;
  created_at: number;
  seen_at: number;
  expires_at: number;
}

/** A session seen within this is not written again just for being seen. */
const TOUCH_MS = 5 * MINUTE_MS;

export class SessionStore extends Store {
  readonly #db: Db;
  readonly #clock: Clock;
  readonly #lifetimeMs: number;
  readonly #longestMs: number;

  /** `lifetimeMs` from when it was last seen; `longestMs` from the log-in, however busy it was. */
  constructor(db: Db, clock: Clock, { lifetimeMs, longestMs }: { lifetimeMs: number; longestMs: number }) {
    super();
    this.#db = db;
    this.#clock = clock;
    this.#lifetimeMs = lifetimeMs;
    this.#longestMs = longestMs;
  }

  override get(id: string, done: (failed: unknown, session?: SessionData | null) => void): void {
    void this.#find(id).then((session) => done(null, session), done);
  }

  override set(id: string, session: SessionData, done?: (failed?: unknown) => void): void {
    void this.#write(id, session).then(() => done?.(), done);
  }

  override destroy(id: string, done?: (failed?: unknown) => void): void {
    void sessions(this.#db)
      .where({ session_id: hashOf(id) })
      .delete()
      .then(() => done?.(), done);
  }

  override touch(id: string, session: SessionData, done?: (failed?: unknown) => void): void {
    void this.#touch(id, session).then(() => done?.(), done);
  }

  async #find(id: string): Promise<SessionData | null> {
    const row = await findRow(this.#db, hashOf(id));
    const now = this.#clock.now();
    if (!row || Number(row.expires_at) <= now || Number(row.created_at) <= now - this.#longestMs) return null;
    return { ...(JSON.parse(row.data) as SessionData), seenAt: Number(row.seen_at) };
  }

  async #write(id: string, session: SessionData): Promise<void> {
    const now = this.#clock.now();
    const row = {
      user_id: session.userId ?? null,
      data: JSON.stringify(session),
      seen_at: now,
      expires_at: now + this.#lifetimeMs,
    };
    await sessions(this.#db)
      .insert({ session_id: hashOf(id), created_at: now, ...row })
      .onConflict('session_id')
      .merge(row);
  }

  async #touch(id: string, { seenAt = 0 }: SessionData): Promise<void> {
    const now = this.#clock.now();
    if (seenAt >= now - TOUCH_MS) return;
    await sessions(this.#db)
      .where({ session_id: hashOf(id) })
      .where('seen_at', '<', now - TOUCH_MS)
      .update({ seen_at: now, expires_at: now + this.#lifetimeMs });
  }
}

/** Logs a user out everywhere, except in the session that is kept: after a change of password, or of status. */
export async function revokeSessionsOf(db: Db, userId: number, keptSessionId?: string): Promise<void> {
  const theirs = sessions(db).where({ user_id: userId });
  await (keptSessionId === undefined ? theirs : theirs.whereNot({ session_id: hashOf(keptSessionId) })).delete();
}

export async function deleteExpiredSessions(db: Db, now: number): Promise<number> {
  return sessions(db).where('expires_at', '<', now).delete();
}

const findRow = rowTogether<SessionRow, 'session_id'>('payment_link_session', 'session_id');

function sessions(db: Db) {
  return db<SessionRow>(t(db, 'payment_link_session'));
}

function hashOf(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}

export interface AwaitedCode {
  readonly userId: number;
  readonly username: string;
  /** Of the password that was given. */
  readonly credential: string;
  /** Shown so that the person knows which mail box to look in. */
  readonly address: string;
  /** Keyed hash of the code: the table tells nobody's. */
  readonly hash: string;
  /** UTC epoch ms. */
  readonly until: number;
  readonly tries: number;
}

declare module 'express-session' {
  interface SessionData {
    /** As the table has it when the session is read, UTC epoch ms. */
    seenAt?: number;
    userId?: number;
    /** Of the password the user logged in with, see `ShopUser`. */
    credential?: string;
    /** Synchronizer token of every form. */
    csrf?: string;
    /** Who has given the right password and is still to give the code that was mailed. */
    awaitingCode?: AwaitedCode;
  }
}
