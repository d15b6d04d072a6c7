import type { Db, Tx } from '../../../system/db/table';
import type { PaymentLinks } from '../context';
import { writeJournal, type JournalEntry } from './journal';
import type { Link } from '../link/link_row';
import type { Person } from './person';

/** One line about a link. */
export interface LinkLine {
  readonly event: string;
  /** `system`, `customer`, `provider`, or a person with where from. */
  readonly by: string | Person;
  readonly details?: NonNullable<JournalEntry['details']>;
  /** Now unless given. */
  readonly at?: number;
}

/** Under the link's order and store. */
export async function journalOf(context: PaymentLinks, tx: Tx | Db, link: Link, line: LinkLine): Promise<void> {
  const { event, by, details = {} } = line;
  const { linkId, orderId, storeId } = link;
  const { name: actor, ip } = typeof by === 'string' ? { name: by, ip: null } : by;
  const at = line.at ?? context.clock.now();
  await writeJournal(tx, { linkId, orderId, storeId, event, details, actor, ip, at });
}
