import { journalRecord } from '../extension/payment_link/journal/record_changes';
import type { Tx } from '../system/db/table';
import { transaction } from '../system/db/transaction';
import type { Admin } from './admin';
import { RECORDS, type RecordRoute } from './records';
import { personOf } from './settings_room';
import type { Visit } from './visit';

interface Saving {
  readonly route: RecordRoute;
  /** Null for a new record. */
  readonly id: number | null;
  /** @returns the record's id */
  save(tx: Tx): Promise<number>;
}

/** Saves one record, with the journal's line about what changed of it, in one transaction. */
export async function savedWithJournal(app: Admin, visit: Visit, { route, id, save }: Saving): Promise<number> {
  const read = RECORDS[route];
  return transaction(app.db, async (tx) => {
    const before = id === null ? null : await read(tx, id, app);
    const saved = await save(tx);
    const record = { route, id: saved, before, after: await read(tx, saved, app) };
    await journalRecord(tx, record, personOf(visit), app.clock.now());
    return saved;
  });
}

interface Act {
  readonly route: RecordRoute;
  readonly ids: readonly number[];
  act(tx: Tx): Promise<void>;
}

/** Likewise for one act on several records: a deletion, a switch. */
export async function doneWithJournal(app: Admin, visit: Visit, { route, ids, act }: Act): Promise<void> {
  const read = RECORDS[route];
  await transaction(app.db, async (tx) => {
    const before = new Map<number, Awaited<ReturnType<typeof read>>>();
    for (const id of ids) before.set(id, await read(tx, id, app));
    await act(tx);
    for (const [id, state] of before) {
      const record = { route, id, before: state, after: await read(tx, id, app) };
      await journalRecord(tx, record, personOf(visit), app.clock.now());
    }
  });
}
