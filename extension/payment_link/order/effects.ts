import type { Db, Tx } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import { isDuplicate } from '../../../system/db/duplicate';

/** Table `payment_link_effect`: what was done to a shop's tables, which cannot carry our unique keys. */
interface EffectRow {
  effect_id: number;
  link_id: number;
  /** `history:active`, `status:completed:<payment>`, at most 96 characters. */
  effect: string;
  /** `begun` only where the shop's tables cannot undo: recorded before the thing is done. */
  state: 'begun' | 'done';
  detail: string | null;
  created_at: number;
  confirmed_at: number | null;
}

/** True the first time: the caller does the thing in the same transaction. */
export async function once(tx: Tx, linkId: number, effect: string, now: number): Promise<boolean> {
  const row = { link_id: linkId, effect: effect.slice(0, 96), state: 'done' as const, created_at: now };
  try {
    await tx<EffectRow>(t(tx, 'payment_link_effect')).insert(row);
    return true;
  } catch (failed) {
    if (isDuplicate(failed)) return false;
    throw failed;
  }
}

export async function hasEffect(db: Db, linkId: number, effect: string): Promise<boolean> {
  const row = await db<EffectRow>(t(db, 'payment_link_effect'))
    .where({ link_id: linkId, effect: effect.slice(0, 96) })
    .first('effect_id');
  return row !== undefined;
}

export interface BegunEffect {
  readonly state: 'begun' | 'done';
  /** What was noted when it began. */
  readonly detail: string;
}

/**
 * Records on a connection of its own, at once and whatever becomes of any transaction, that a thing is about to be
 * done. Null the first time; else what an earlier try left.
 */
export async function beginEffect(
  aside: Db,
  effect: { linkId: number; effect: string; detail: string; now: number },
): Promise<BegunEffect | null> {
  const key = { link_id: effect.linkId, effect: effect.effect.slice(0, 96) };
  const row = { ...key, state: 'begun' as const, detail: effect.detail, created_at: effect.now };
  try {
    await aside<EffectRow>(t(aside, 'payment_link_effect')).insert(row);
    return null;
  } catch (thrown) {
    if (!isDuplicate(thrown)) throw thrown;
    const left = await aside<EffectRow>(t(aside, 'payment_link_effect')).where(key).first('state', 'detail');
    return left ? { state: left.state, detail: left.detail ?? '' } : null;
  }
}

/** It was done: in the transaction that goes on with it. */
export async function confirmEffect(tx: Tx, linkId: number, effect: string, now: number): Promise<void> {
  await tx<EffectRow>(t(tx, 'payment_link_effect'))
    .where({ link_id: linkId, effect: effect.slice(0, 96) })
    .update({ state: 'done', confirmed_at: now });
}
