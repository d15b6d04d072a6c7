import type { Db } from '../../../system/db/table';
import { t } from '../../../system/db/table';

/**
 * Text that differs when anything about a link without an order has changed: its journal, its attempts, the tries of
 * its mails. One statement on indexes, cheap enough to be asked every second for an open page.
 */
export async function freeVersion(db: Db, token: string): Promise<string> {
  const attempts = () => db(t(db, 'payment_link')).where({ token });
  const of = (table: string) => db(t(db, table)).whereIn('link_id', attempts().select('link_id'));
  const row = (await db
    .select({
      journal: of('payment_link_journal').max('journal_id'),
      links: attempts().max('updated_at'),
      mails: of('payment_link_mail').sum('attempts'),
    })
    .first()) as Record<string, number | string | null> | undefined;
  return ['journal', 'links', 'mails'].map((part) => Number(row?.[part] ?? 0)).join('.');
}
