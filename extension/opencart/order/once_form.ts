import type { Tx } from '../../../system/db/table';
import { formExpired } from '../../../system/errors';
import { findFormResult, recordFormResult, takeFormToken } from '../../payment_link/forms';
import type { OrderDraft } from './order_draft';
import { formUsed } from './order_errors';
import { seenOf } from './order_seen';
import type { Press } from './press';

/**
 * The order that an earlier press of this form saved; null when this press is the first. A double press is answered
 * with it. Who went back, changed something and pressed again is told that this was not saved.
 * @throws AppError `form_used`, `form_expired`
 */
export async function savedBefore(tx: Tx, press: Press, draft: OrderDraft, now: number): Promise<number | null> {
  if (await takeFormToken(tx, press.formToken, press.user.userId, now)) return null;
  const result = await findFormResult(tx, press.formToken);
  if (result === null) throw formExpired();
  const [orderId, content] = result.split(' ');
  if (content !== undefined && content !== seenOf(draft)) throw formUsed({ values: { order_id: Number(orderId) } });
  return Number(orderId);
}

export async function noteSavedForm(tx: Tx, press: Press, draft: OrderDraft, orderId: number): Promise<void> {
  await recordFormResult(tx, press.formToken, `${orderId} ${seenOf(draft)}`);
}
