import type { Db } from '../../system/db/table';
import { t } from '../../system/db/table';

/** Table `payment_link_state`: small things to remember between runs, by name; values are JSON. */
interface StateRow {
  name: string;
  value: string;
  updated_at: number;
}

export async function readState<T>(db: Db, name: string): Promise<T | null> {
  const row = await db<StateRow>(t(db, 'payment_link_state')).where({ name }).first('value');
  return row ? (JSON.parse(row.value) as T) : null;
}

export async function writeState(db: Db, name: string, value: unknown, now: number): Promise<void> {
  const row = { value: JSON.stringify(value), updated_at: now };
  await db<StateRow>(t(db, 'payment_link_state'))
    .insert({ name, ...row })
    .onConflict('name')
    .merge(row);
}

export async function deleteState(db: Db, name: string): Promise<void> {
  await db<StateRow>(t(db, 'payment_link_state')).where({ name }).delete();
}

/** For what nobody has written yet. False when somebody was faster: then theirs stands. */
export async function beginState(db: Db, name: string, value: unknown, now: number): Promise<boolean> {
  await db<StateRow>(t(db, 'payment_link_state'))
    .insert({ name, value: JSON.stringify(value), updated_at: now })
    .onConflict('name')
    .ignore();
  return isSame(value, await readState(db, name));
}

/** Forgets a value that was read. False when somebody changed it meanwhile: then it stands. */
export async function dropState(db: Db, name: string, from: unknown): Promise<boolean> {
  const dropped = await db<StateRow>(t(db, 'payment_link_state'))
    .where({ name, value: JSON.stringify(from) })
    .delete();
  return dropped === 1;
}

/** Compare-and-set of a value that was read. False when somebody else was faster: then nothing was written. */
export async function swapState(db: Db, name: string, from: unknown, to: unknown, now: number): Promise<boolean> {
  const changed = await db<StateRow>(t(db, 'payment_link_state'))
    .where({ name, value: JSON.stringify(from) })
    .update({ value: JSON.stringify(to), updated_at: now });
  return changed === 1;
}

/** Whether two values would be stored alike. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
