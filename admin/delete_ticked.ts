import type { Tx } from '../system/db/table';
import { redirect, type Answer } from '../system/http/answer';
import { fill } from '../system/language';
import type { Admin } from './admin';
import { attempt, FieldErrors } from './form_errors';
import { doneWithJournal } from './journaled';
import type { RecordRoute } from './records';
import { selectedIn } from './selected';
import type { Visit } from './visit';

interface Deletion {
  /** Of the list, too. */
  readonly route: RecordRoute;
  /** What the list says afterwards: `{names}`. */
  readonly deleted: string;
  readonly texts?: Parameters<typeof attempt>[2];
  /** Null where another one has deleted it already. */
  nameOf(id: number): Promise<string | null>;
  remove(tx: Tx, id: number): Promise<void>;
  /** The list again, with the reason. */
  show(refused: Refused): Promise<Answer>;
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

/** The button below a list: deletes the rows that were ticked. */
export async function deleteTicked(app: Admin, visit: Visit, deletion: Deletion): Promise<Answer> {
  const ids = selectedIn(visit.body);
  const home = `/admin/${deletion.route}`;
  if (ids.length === 0) return redirect(home, { kind: 'warning', text: visit.texts('common/form').none_selected });
  const { names, refused } = await deleteEach(app, visit, ids, deletion);
  if (refused !== null) return deletion.show(refused);
  return redirect(home, { kind: 'success', text: fill(deletion.deleted, { names: names.join(', ') }) });
}

/** Each in a transaction of its own with the journal's line about it. */
async function deleteEach(app: Admin, visit: Visit, ids: readonly number[], deletion: Deletion): Promise<Deleted> {
  const { route, texts, nameOf, remove } = deletion;
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
