import type { Db, Tx } from '../../system/db/table';
import { t } from '../../system/db/table';

/** Table `payment_link_effect`: what was done to a shop's tables, which cannot carry our unique keys. */
interface EffectRow {
  effect_id: number;
  link_id: number;
  /** `history:active`, `status:completed:<payment>`, at most 96 characters. */
  effect: string;
  state: 'done';
  detail: string | null;
  created_at: number;
  confirmed_at: number | null;
}

/** True the first time: the caller does the thing in the same transaction. */
export async function once(tx: Tx, linkId: number, effect: string, now: number): Promise<boolean> {
  const row = { link_id: linkId, effect: effect.slice(0, 96), state: 'done' as const, created_at: now };
  if (await hasEffect(tx, linkId, effect)) return false;
  await tx<EffectRow>(t(tx, 'payment_link_effect')).insert(row);
  return true;
}

export async function hasEffect(db: Db, linkId: number, effect: string): Promise<boolean> {
  const row = await db<EffectRow>(t(db, 'payment_link_effect'))
    .where({ link_id: linkId, effect: effect.slice(0, 96) })
    .first('effect_id');
  return row !== undefined;
}
