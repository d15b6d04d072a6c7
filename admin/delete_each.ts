import type { Tx } from '../system/db/table';
import type { Admin } from './admin';
import { attempt, FieldErrors } from './form_errors';
import { doneWithJournal } from './journaled';
import type { RecordRoute } from './records';
import type { Visit } from './visit';

interface Deletion {
  readonly route: RecordRoute;
  readonly ids: readonly number[];
  readonly texts?: Parameters<typeof attempt>[2];
  /** Null where another one has deleted it already. */
  nameOf(id: number): Promise<string | null>;
  remove(tx: Tx, id: number): Promise<void>;
}

export interface Refused {
  readonly id: number;
  readonly name: string;
  readonly errors: FieldErrors;
}

interface Deleted {
  readonly names: readonly string[];
  /** The first that may not go: nothing behind it was tried. */
  readonly refused: Refused | null;
}

/** Deletes the rows that were ticked, each in a transaction of its own with the journal's line about it. */
export async function deleteEach(app: Admin, visit: Visit, deletion: Deletion): Promise<Deleted> {
  const { route, ids, texts, nameOf, remove } = deletion;
  const names: string[] = [];
  for (const id of ids) {
    const name = await nameOf(id);
    if (name === null) continue;
    const act = { route, ids: [id], act: (tx: Tx) => remove(tx, id) };
    const removed = await attempt(visit, () => doneWithJournal(app, visit, act), texts);
    if (removed instanceof FieldErrors) return { names, refused: { id, name, errors: removed } };
    names.push(name);
  }
  return { names, refused: null };
}

/** How a record with a name per language is called here: by the first; null where there is none. */
export function firstName(record: { readonly names: Readonly<Record<number, string>> } | null): string | null {
  return record && (Object.values(record.names)[0] ?? '');
}
