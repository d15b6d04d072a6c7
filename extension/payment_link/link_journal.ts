import type { Db, Tx } from '../../system/db/table';
import type { PaymentLinks } from './context';
import { writeJournal, type JournalEntry } from './journal';
import type { Link } from './link_row';

/** One line about a link, under its order and store. */
export async function journalOf(
  context: PaymentLinks,
  tx: Tx | Db,
  link: Link,
  event: string,
  actor: string,
  details: NonNullable<JournalEntry['details']> = {},
): Promise<void> {
  const { linkId, orderId, storeId } = link;
  await writeJournal(tx, { linkId, orderId, storeId, event, details, actor, at: context.clock.now() });
}
