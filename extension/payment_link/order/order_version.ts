import type { Db } from '../../../system/db/table';
import { t } from '../../../system/db/table';

/**
 * Text that differs when anything about an order's payment has changed: its journal, its links, the tries of its
 * mails, its history. One statement, cheap enough to be asked every second for an open page. `history`: whether that
 * table has an index on the order; a PHP shop's has none.
 */
export async function orderVersion(db: Db, orderId: number, { history }: { history: boolean }): Promise<string> {
  const of = (table: string) => db(t(db, table)).where('order_id', orderId);
  const row = (await db
    .select({
      journal: of('payment_link_journal').max('journal_id'),
      links: of('payment_link').max('updated_at'),
      mails: of('payment_link_mail').sum('attempts'),
      ...(history ? { history: of('order_history').max('order_history_id') } : {}),
    })
    .first()) as Record<string, number | string | null> | undefined;
  return ['journal', 'links', 'mails', 'history'].map((part) => Number(row?.[part] ?? 0)).join('.');
}
