import type { Db, Tx } from '../../../system/db/table';
import type { PaymentLinks } from '../context';
import { writeJournal, type JournalEntry } from './journal';
import type { Link } from '../link/link_row';
import type { Person } from './person';

/** One line about a link, under its order and store. `by`: `system`, `customer`, `provider`, or a person with where from. */
export async function journalOf(
  context: PaymentLinks,
  tx: Tx | Db,
  link: Link,
  event: string,
  by: string | Person,
  details: NonNullable<JournalEntry['details']> = {},
): Promise<void> {
  const { linkId, orderId, storeId } = link;
  const { name: actor, ip } = typeof by === 'string' ? { name: by, ip: null } : by;
  await writeJournal(tx, { linkId, orderId, storeId, event, details, actor, ip, at: context.clock.now() });
}
