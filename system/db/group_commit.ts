import type { SqliteFile } from './sqlite_file';

/** A transaction that hangs must not hang all others without a word, ms. */
const TURN_MS = 30_000;
/** So many transactions in one commit tell of a crowd; two may be the two mails of one order. */
const CROWD = 3;
/** In a crowd, commits follow each other after so many times what the last one took: a fifth of the time is the disk's. */
const PAUSE_TIMES = 4;
/** However slow the disk, ms. */
const PAUSE_MAX_MS = 8;

interface Waiting {
  resolve(): void;
  reject(failed: unknown): void;
}

/**
 * SQLite has one writer, and every commit waits for the disk. Transactions therefore take turns, one at a time, and
 * those that end within one turn of the event loop are committed together: the first opens the outer transaction, the
 * next ones are savepoints of it. A failing one undoes its savepoint alone; no caller is told that its transaction
 * is done before the outer commit is on the disk, and if that fails all of its members have failed. While many write
 * at once, the next commit waits a little for more of them: the thread stands still while the disk works.
 */
export class GroupCommit {
  readonly #file: SqliteFile;
  readonly #queue: Waiting[] = [];
  /** Somebody is writing just now. */
  #taken = false;
  /** The commit's moment came while somebody was writing: nobody else is let in before it. */
  #due = false;
  /** Those who have ended and wait for the commit; null when no transaction is open. */
  #ended: Waiting[] | null = null;
  /** The one who is writing is a savepoint of the outer transaction, not its first member. */
  #nested = false;
  /** No commit before this, by `#nowMs`. */
  #pauseUntil = 0;

  readonly #nowMs: () => number;

  constructor(file: SqliteFile, nowMs: () => number = () => performance.now()) {
    this.#file = file;
    this.#nowMs = nowMs;
  }

  /** Waits for a turn, which `commit` or `rollback` ends. */
  async begin(): Promise<void> {
    await this.#turn();
    try {
      this.#open();
      if (this.#nested) this.#file.exec('SAVEPOINT member');
    } catch (failed) {
      this.#leave();
      throw failed;
    }
  }

  /** Resolves when what was written since `begin` is on the disk. */
  async commit(): Promise<void> {
    try {
      if (this.#nested) this.#file.exec('RELEASE member');
    } catch (failed) {
      this.rollback();
      throw failed;
    }
    await this.#end();
  }

  rollback(): void {
    try {
      if (this.#nested) this.#file.exec('ROLLBACK TO member; RELEASE member');
      else this.#abandon(null);
    } catch (failed) {
      this.#abandon(failed);
    } finally {
      this.#leave();
    }
  }

  /** One statement, which is all or nothing by itself. */
  async write<T>(statement: () => T): Promise<T> {
    await this.#turn();
    let done: T;
    try {
      this.#open();
      done = statement();
    } catch (failed) {
      if (!this.#file.inTransaction) this.#abandon(failed);
      this.#plan();
      this.#leave();
      throw failed;
    }
    await this.#end();
    return done;
  }

  /** A statement that no transaction may be around, such as VACUUM. */
  async alone<T>(statement: () => T): Promise<T> {
    await this.#turn();
    try {
      this.#commit();
      return statement();
    } finally {
      this.#leave();
    }
  }

  async #turn(): Promise<void> {
    if (!this.#taken && !this.#due) {
      this.#taken = true;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#queue.splice(this.#queue.indexOf(waiting), 1);
        reject(new Error('another transaction has been open for too long'));
      }, TURN_MS);
      const waiting = { resolve: () => (clearTimeout(timer), resolve()), reject };
      this.#queue.push(waiting);
    });
  }

  #open(): void {
    this.#nested = this.#ended !== null;
    if (this.#nested) return;
    this.#file.exec('BEGIN IMMEDIATE');
    this.#ended = [];
  }

  #end(): Promise<void> {
    const committed = new Promise<void>((resolve, reject) => this.#ended?.push({ resolve, reject }));
    this.#plan();
    this.#leave();
    return committed;
  }

  /** After everything else that this turn of the event loop brings. */
  #plan(): void {
    if (this.#ended === null || this.#ended.length > 1) return;
    const pauseMs = this.#pauseUntil - this.#nowMs();
    if (pauseMs > 0) setTimeout(() => this.#fallDue(), pauseMs);
    else setImmediate(() => this.#fallDue());
  }

  #fallDue(): void {
    if (this.#taken) this.#due = true;
    else this.#commit();
  }

  #leave(): void {
    this.#taken = false;
    if (this.#due) this.#commit();
    const next = this.#queue.shift();
    if (!next) return;
    this.#taken = true;
    next.resolve();
  }

  #commit(): void {
    this.#due = false;
    const ended = this.#ended;
    if (ended === null) return;
    const started = this.#nowMs();
    try {
      this.#file.exec('COMMIT');
    } catch (failed) {
      this.#abandon(failed);
      return;
    }
    this.#ended = null;
    this.#rest(ended.length, this.#nowMs() - started);
    for (const member of ended) member.resolve();
  }

  #rest(members: number, tookMs: number): void {
    if (members < CROWD) return;
    this.#pauseUntil = this.#nowMs() + Math.min(PAUSE_MAX_MS, PAUSE_TIMES * tookMs);
  }

  /** Undoes the outer transaction; whoever thought to have ended in it has failed. */
  #abandon(failed: unknown): void {
    const ended = this.#ended ?? [];
    this.#ended = null;
    if (this.#file.inTransaction) this.#file.exec('ROLLBACK');
    for (const member of ended) member.reject(failed);
  }
}
