import { DAY_MS, MINUTE_MS, SECOND_MS } from '../../../system/clock';
import { isDuplicate } from '../../../system/db/duplicate';
import { reasonOf } from '../../../system/errors';
import type { PaymentLinks } from '../../payment_link/context';
import { listSweepPlaces } from '../../payment_link/sweep/sweep_start';
import { readCursor, recordCursor, writeCursor, type HistoryCursor } from './history_cursor';
import { listHistoryAfter, newestHistoryId, type HistoryFact } from './history_feed';
import { lowestSeenSince, pruneSeen, unseenOf } from './seen_histories';
import { WatchLease } from './watch_lease';
import { LinkWatch } from './watch_links';
import { judgeRows, recordFindings, waitingOrders } from './watch_round';

/** A new order is noticed within this; an idle look costs one read of the primary key. */
const LOOK_EVERY_MS = 700;
/** How often the newest rows are read again, for ids that became visible late. */
const AGAIN_EVERY_MS = 10 * SECOND_MS;
const LINKS_EVERY_MS = MINUTE_MS;
const OVERLAP_IDS = 200;
const OVERLAP_MS = 10 * MINUTE_MS;
/** However much was judged in that time: a mass change is not read again and again. */
const OVERLAP_IDS_MAX = 5000;
/** An order that PHP voids for an edit comes back well within this. */
const PATIENCE_MS = 3 * SECOND_MS;
const BATCH = 500;
/** What was seen is forgotten a day later, and only behind the overlap. */
const FORGET_MS = DAY_MS;

/**
 * Notices from outside that orders of an attached shop entered a status, by the shop's own history: PHP writes a row
 * for every change. Waiting for its turn (another process holds the lease) ⇄ looking. Rows that stay unjudged (an
 * order in the middle of an edit) are read again with the overlap.
 */
export class HistoryWatcher {
  readonly #context: PaymentLinks;
  readonly #lease: WatchLease;
  readonly #links: LinkWatch;
  readonly #abort = new AbortController();
  /** When rows that wait were first seen, by history id. */
  readonly #held = new Map<number, number>();
  /** When links were asked for, UTC epoch ms, of the last minute. */
  #asked: number[] = [];
  #cursor: HistoryCursor | null = null;
  #againAt = 0;
  #linksAt = 0;
  #loop: Promise<void> | null = null;

  constructor(context: PaymentLinks) {
    this.#context = context;
    this.#lease = new WatchLease(context);
    this.#links = new LinkWatch(context);
  }

  start(): void {
    this.#loop ??= this.#run();
  }

  async stop(): Promise<void> {
    this.#abort.abort();
    await this.#loop;
    // A lease that cannot be given back runs out by itself.
    await this.#lease.release().catch(() => undefined);
  }

  /** One look, if it is this process's turn; false when it is another's. */
  async look(): Promise<boolean> {
    if (!(await this.#lease.holds())) {
      this.#cursor = null;
      return false;
    }
    const { db, clock } = this.#context;
    this.#cursor ??= (await readCursor(db)) ?? (await recordCursor(db, await newestHistoryId(db), clock.now()));
    await this.#judgeAfter(this.#cursor.lastId);
    if (clock.now() >= this.#againAt) await this.#lookAgain();
    if (clock.now() >= this.#linksAt) {
      this.#linksAt = clock.now() + LINKS_EVERY_MS;
      await this.#links.round();
    }
    return true;
  }

  async #run(): Promise<void> {
    const { signal } = this.#abort;
    while (!signal.aborted) {
      await this.look().catch((failed: unknown) => {
        this.#cursor = null;
        // Another process was faster with one of the rows: they are its business.
        if (!isDuplicate(failed))
          this.#context.log.error({ err: failed }, `the shop was not read: ${reasonOf(failed)}`);
      });
      await pause(LOOK_EVERY_MS, signal);
    }
  }

  /** A batch at a time: after a night off, or a mass change in PHP, there may be very many. */
  async #judgeAfter(afterId: number): Promise<void> {
    for (let lastId = afterId; ;) {
      const batch = await listHistoryAfter(this.#context.db, lastId, BATCH);
      await this.#judge(batch);
      if (batch.length < BATCH) return;
      lastId = batch.at(-1)?.order_history_id ?? lastId;
    }
  }

  async #lookAgain(): Promise<void> {
    const { db, clock } = this.#context;
    const now = clock.now();
    this.#againAt = now + (this.#held.size > 0 ? PATIENCE_MS / 2 : AGAIN_EVERY_MS);
    const cursor = await this.#followShrinking();
    const lowest = (await lowestSeenSince(db, now - OVERLAP_MS)) ?? cursor.lastId;
    const overlap = Math.min(cursor.lastId - OVERLAP_IDS, lowest - 1);
    const from = Math.max(cursor.floorId, cursor.lastId - OVERLAP_IDS_MAX, overlap);
    await this.#judgeAfter(from);
    // Places that were switched on, off or changed begin anew now, not with the next order.
    await listSweepPlaces(this.#context);
    await pruneSeen(db, now - FORGET_MS, from - OVERLAP_IDS);
  }

  /** Deleted orders take the newest rows with them; a restore takes many: then what it left is the past. */
  async #followShrinking(): Promise<HistoryCursor> {
    const { db, clock } = this.#context;
    const cursor = this.#cursor ?? { lastId: 0, floorId: 0, shrunkAt: null };
    const newest = await newestHistoryId(db);
    if (newest >= cursor.lastId) return cursor;
    const restored = cursor.lastId - newest > OVERLAP_IDS;
    // A restarted server may hand out the ids above `newest` again: those are new entries, below any recorded start.
    const floorId = restored ? newest : Math.min(cursor.floorId, newest);
    const next = { lastId: newest, floorId, shrunkAt: clock.now() };
    await writeCursor(db, next, clock.now());
    return (this.#cursor = next);
  }

  async #judge(facts: readonly HistoryFact[]): Promise<void> {
    const cursor = this.#cursor;
    const fresh = cursor ? await unseenOf(this.#context.db, facts) : [];
    if (cursor === null || fresh.length === 0) return;
    const findings = await judgeRows(this.#context, cursor, fresh, (fact) => this.#isPatient(fact));
    const held = new Set(findings.held);
    const judged = fresh.filter((fact) => !held.has(fact));
    for (const fact of judged) this.#held.delete(fact.order_history_id);
    const waiting = await waitingOrders(this.#context, findings, this.#askedLately());
    const lastId = Math.max(cursor.lastId, ...facts.map((fact) => fact.order_history_id));
    const next = { ...cursor, lastId };
    await recordFindings(this.#context, { cursor: next, judged, findings, waiting });
    this.#cursor = next;
    this.#noteAsked(findings.entered.filter(({ orderId, asks }) => asks !== null && !waiting.has(orderId)).length);
    if (held.size > 0) this.#againAt = Math.min(this.#againAt, this.#context.clock.now() + PATIENCE_MS / 2);
  }

  #isPatient(fact: HistoryFact): boolean {
    const now = this.#context.clock.now();
    const since = this.#held.get(fact.order_history_id) ?? now;
    this.#held.set(fact.order_history_id, since);
    return now - since < PATIENCE_MS;
  }

  #askedLately(): number {
    const since = this.#context.clock.now() - MINUTE_MS;
    this.#asked = this.#asked.filter((at) => at > since);
    return this.#asked.length;
  }

  #noteAsked(count: number): void {
    const now = this.#context.clock.now();
    for (let n = 0; n < count; n++) this.#asked.push(now);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
  });
}
