import { listLinksOfOrder } from '../../extension/payment_link/link/links';
import { whyClosed, newestSession } from '../../extension/sandbox/multisafepay/state';
import type { StartedSandbox } from '../../extension/sandbox/multisafepay/sandbox';
import { t, type Db } from '../../system/db/table';
import type { SmtpSink } from './smtp_sink';

/** Ids of the orders that could still be paid at the provider. */
export function payableThere(sandbox: StartedSandbox, now = Date.now()): string[] {
  const open = sandbox.store.all('test').filter((order) => whyClosed(order, newestSession(order), now) === null);
  return open.map((order) => order.orderId);
}

/** Refunds of one order that the provider was asked for and accepted, in minor units. */
export function refundedThere(sandbox: StartedSandbox, reference: string): number[] {
  return sandbox.store.find('test', reference)?.related.map(({ amount }) => amount) ?? [];
}

export async function statesOf(db: Db, orderId: number): Promise<string[]> {
  return (await listLinksOfOrder(db, orderId)).map(({ state }) => state);
}

/** Events of an order's journal, oldest first. */
export async function journalOf(db: Db, orderId: number): Promise<string[]> {
  const rows = (await db(t(db, 'payment_link_journal')).where({ order_id: orderId }).orderBy('journal_id')) as {
    event: string;
  }[];
  return rows.map(({ event }) => event);
}

interface MailRow {
  readonly mail_id: number;
  readonly kind: string;
  readonly recipient: string;
  readonly state: string;
  readonly message_id: string;
  readonly possibly_twice: number;
}

export interface MailFacts {
  /** What the shop meant to send about the order: `payment_link`, … in order. */
  readonly meant: string[];
  /** Each mail's kind and how often the mail server took it. */
  readonly taken: Readonly<Record<string, number>>;
  /** Kinds of those that the shop marks as possibly sent twice. */
  readonly marked: string[];
}

/** Compares what the shop says it mailed about an order with what the mail server took. Sorted by kind. */
export async function mailFacts(db: Db, sink: SmtpSink, orderId: number): Promise<MailFacts> {
  const rows = (await db(t(db, 'payment_link_mail')).where({ order_id: orderId }).orderBy('kind')) as MailRow[];
  const idsOf = (row: MailRow) => sink.caught.filter(({ mail }) => mail.messageId?.includes(row.message_id));
  return {
    meant: rows.map(({ kind }) => kind),
    taken: Object.fromEntries(rows.map((row) => [row.kind, idsOf(row).length])),
    marked: rows.filter((row) => row.possibly_twice === 1).map(({ kind }) => kind),
  };
}
