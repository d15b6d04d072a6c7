import type { Db, Tx } from '../../../system/db/table';
import { t } from '../../../system/db/table';

/** Table `payment_link_notification`: every notice received, with its outcome. Kept 90 days. */
export type NotificationOutcome = 'accepted' | 'ignored' | 'rejected' | 'read';

export interface NotificationRow {
  notification_id: number;
  link_id: number | null;
  gateway: string;
  reference: string | null;
  method: 'GET' | 'POST';
  signed: number;
  provider_status: string | null;
  outcome: NotificationOutcome;
  body: string | null;
  ip: string | null;
  received_at: number;
  handled_at: number | null;
}

const notifications = (db: Db) => db<NotificationRow>(t(db, 'payment_link_notification'));

export type NewNotification = Omit<NotificationRow, 'notification_id' | 'handled_at'>;

export async function insertNotifications(tx: Tx, rows: readonly NewNotification[]): Promise<void> {
  await notifications(tx).insert([...rows]);
}

/** How many of one outcome came for a link since a moment. */
export async function countNotifications(
  db: Db,
  linkId: number,
  outcome: NotificationOutcome,
  since: number,
): Promise<number> {
  const [row] = await notifications(db)
    .where({ link_id: linkId, outcome })
    .where('received_at', '>=', since)
    .count({ n: '*' });
  return Number(row?.['n'] ?? 0);
}

/** How many calls without a signature were kept for a link since a moment. */
export async function countUnsigned(db: Db, linkId: number, since: number): Promise<number> {
  const [row] = await notifications(db)
    .where({ link_id: linkId, signed: 0 })
    .whereNot({ outcome: 'rejected' })
    .where('received_at', '>=', since)
    .count({ n: '*' });
  return Number(row?.['n'] ?? 0);
}

/** The read they asked for has been settled. */
export async function markNotificationsRead(tx: Tx, linkId: number, before: number, now: number): Promise<void> {
  await notifications(tx)
    .where({ link_id: linkId, outcome: 'accepted' })
    .where('received_at', '<=', before)
    .update({ outcome: 'read', handled_at: now });
}

/** Bodies of the verified notices that no settlement has taken in yet, oldest first. */
export async function listUnreadBodies(db: Db, linkId: number, limit: number): Promise<string[]> {
  const rows = await notifications(db)
    .where({ link_id: linkId, outcome: 'accepted', signed: 1 })
    .orderBy('notification_id')
    .limit(limit)
    .select('body');
  return rows.map(({ body }) => body ?? '');
}

export async function listNotifications(db: Db, linkId: number, limit: number): Promise<NotificationRow[]> {
  return notifications(db).where({ link_id: linkId }).orderBy('notification_id', 'desc').limit(limit);
}

/** Answers how many went; call again until none does. */
export async function deleteNotificationsBefore(db: Db, before: number, limit: number): Promise<number> {
  const rows = await notifications(db).where('received_at', '<', before).select('notification_id').limit(limit);
  if (rows.length === 0) return 0;
  return notifications(db)
    .whereIn(
      'notification_id',
      rows.map((row) => row.notification_id),
    )
    .delete();
}
