import type { Db } from '../../../system/db/table';
import { ASKING_KINDS, type MailChoices, type MailLink, type MailRequest, type ShopDirectory } from '../mail_port';
import { isOpen } from '../link/link';
import type { StoredMail } from './mails';
import type { Order, OrderBook } from '../order_book';

export interface MailSources {
  readonly db: Db;
  readonly orders: OrderBook;
  readonly shops: ShopDirectory;
  readonly choices: MailChoices;
  /** The link as the customer is shown it, with the store it belongs to; null when it is gone. */
  readonly linkOf: (linkId: number) => Promise<{ readonly storeId: number; readonly link: MailLink } | null>;
  /** Payments go to the sandbox. */
  readonly demo: boolean;
}

/** A mail that need not go out, with the reason as a sentence for the order page. */
export interface Skipped {
  readonly skipped: string;
}

/** Reads what the mail is about, now: an order that changed since is mailed as it is. */
export async function gatherMail(sources: MailSources, mail: StoredMail): Promise<MailRequest | Skipped> {
  const order = mail.orderId === null ? null : await sources.orders.findOrder(sources.db, mail.orderId);
  if (mail.orderId !== null && !order) return { skipped: 'The order was deleted.' };
  const found = mail.linkId === null ? null : await sources.linkOf(mail.linkId);
  const storeId = order?.storeId ?? found?.storeId ?? 0;
  const choice = await sources.choices.choiceOf(mail.kind, storeId, mail.language);
  if (!choice.enabled) return { skipped: 'Mails of this kind are switched off.' };
  if (ASKING_KINDS.includes(mail.kind) && !(found && isOpen(found.link.state))) {
    return { skipped: 'The link could not be paid any more.' };
  }
  return {
    kind: mail.kind,
    language: mail.language,
    shop: await sources.shops.identityOf(storeId),
    order,
    link: found?.link ?? null,
    facts: mail.facts,
    choice,
    ...(await statusAndComment(sources, mail, order)),
    demo: sources.demo,
  };
}

async function statusAndComment(
  { db, orders }: MailSources,
  mail: StoredMail,
  order: Order | null,
): Promise<{ statusName: string; comment: string }> {
  if (!order) return { statusName: '', comment: '' };
  const { historyId } = mail.facts;
  const line = historyId === undefined ? null : await orders.findHistoryLine(db, order.orderId, historyId);
  const statuses = await orders.listStatuses(db, order.languageId);
  const statusId = line?.statusId ?? order.statusId;
  return {
    statusName: statuses.find((status) => status.statusId === statusId)?.name ?? '',
    comment: line?.comment ?? '',
  };
}
