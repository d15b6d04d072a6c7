import type { Db, Tx } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import { together } from '../../../system/db/together';

/** Table `payment_link_consent`: the customer agreed to be reminded of this order's unpaid link. */
interface ConsentRow {
  consent_id: number;
  order_id: number;
  reminders: number;
  recorded_by: string;
  created_at: number;
}

const findConsent = together<number, boolean>(async (db, orderIds) => {
  const consents = db<ConsentRow>(t(db, 'payment_link_consent')).whereIn('order_id', [...orderIds]);
  const rows = await consents.select('order_id', 'reminders');
  return new Map(rows.map((row) => [row.order_id, row.reminders === 1]));
});

export async function hasConsent(db: Db, orderId: number): Promise<boolean> {
  return (await findConsent(db, orderId)) ?? false;
}

/** The last word counts: consent given can be taken back. */
export async function recordConsent(
  tx: Tx,
  consent: { orderId: number; reminders: boolean; recordedBy: string; at: number },
): Promise<void> {
  const reminders = consent.reminders ? 1 : 0;
  await tx<ConsentRow>(t(tx, 'payment_link_consent'))
    .insert({ order_id: consent.orderId, reminders, recorded_by: consent.recordedBy, created_at: consent.at })
    .onConflict('order_id')
    .merge({ reminders, recorded_by: consent.recordedBy, created_at: consent.at });
}

export async function deleteConsent(tx: Tx, orderId: number): Promise<void> {
  await tx<ConsentRow>(t(tx, 'payment_link_consent')).where({ order_id: orderId }).delete();
}
