import { isDuplicate } from '../../system/db/duplicate';
import type { Db, Tx } from '../../system/db/table';
import { t } from '../../system/db/table';

/** Table `payment_link_form`: once-only tokens of forms, with what the first press made. */
interface FormRow {
  form_token: string;
  user_id: number;
  /** Null until the press succeeded. */
  result: string | null;
  created_at: number;
}

/**
 * Takes the token for this press. False when another press took it before; that press's transaction is over by
 * then, because the unique key makes this one wait for it.
 */
export async function takeFormToken(tx: Tx, token: string, userId: number, now: number): Promise<boolean> {
  try {
    await tx<FormRow>(t(tx, 'payment_link_form')).insert({ form_token: token, user_id: userId, created_at: now });
    return true;
  } catch (thrown) {
    if (isDuplicate(thrown)) return false;
    throw thrown;
  }
}

export async function recordFormResult(tx: Tx, token: string, result: string): Promise<void> {
  await tx<FormRow>(t(tx, 'payment_link_form')).where({ form_token: token }).update({ result });
}

/** Whether a press of this form did what it was for. */
export async function isFormTaken(db: Db, token: string): Promise<boolean> {
  return (await db<FormRow>(t(db, 'payment_link_form')).where({ form_token: token }).first('user_id')) !== undefined;
}

/** What the first press made; null when there was none. */
export async function findFormResult(db: Db, token: string): Promise<string | null> {
  const row = await db<FormRow>(t(db, 'payment_link_form')).where({ form_token: token }).first('result');
  return row?.result ?? null;
}

/** Tokens of forms nobody can send any more. */
export async function deleteFormTokensBefore(db: Db, createdBefore: number): Promise<number> {
  return db<FormRow>(t(db, 'payment_link_form')).where('created_at', '<', createdBefore).delete();
}
