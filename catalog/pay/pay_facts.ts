import { mayAskForNewLink } from '../../extension/payment_link/person/customer_actions';
import type { Link } from '../../extension/payment_link/link/link_row';
import { listAttempts } from '../../extension/payment_link/link/links';
import type { ShopIdentity } from '../../extension/payment_link/mail_port';
import { findMethodName } from '../../extension/payment_link/gateways/method_names';
import type { Order } from '../../extension/payment_link/order_book';
import { listPaymentsOfLinks, type Payment } from '../../extension/payment_link/settle/payments';
import type { Catalog } from '../catalog';
import { oneLine } from '../mail/one_line';

/** What is known behind a pay address. */
export interface PayFacts {
  /** The newest attempt: the only one that is ever shown. */
  readonly link: Link;
  /** Of every attempt, oldest first: money may have come in by an earlier one. */
  readonly payments: readonly Payment[];
  /** Null for a link without an order, and when the order was deleted. */
  readonly order: Order | null;
  readonly shop: ShopIdentity;
  /** By the provider's id of the method. */
  readonly methodNames: ReadonlyMap<string, string>;
  /** "Send me a new link" would be heard. */
  readonly mayAskForNew: boolean;
}

/** Null when there is no such address. */
export async function payFacts(app: Catalog, token: string): Promise<PayFacts | null> {
  const attempts = await listAttempts(app.db, token);
  const link = attempts.at(-1);
  if (!link) return null;
  const payments = await listPaymentsOfLinks(
    app.db,
    attempts.map((attempt) => attempt.linkId),
  );
  return {
    link,
    payments,
    order: link.orderId === null ? null : await app.links.orderBook.findOrder(app.db, link.orderId),
    shop: named(await app.links.shops.identityOf(link.storeId)),
    methodNames: await namesOf(app, link, payments),
    mayAskForNew: await mayAskForNewLink(app.links, link),
  };
}

const named = (shop: ShopIdentity): ShopIdentity => ({ ...shop, name: oneLine(shop.name) });

async function namesOf(app: Catalog, link: Link, payments: readonly Payment[]): Promise<Map<string, string>> {
  const used = new Set(payments.flatMap(({ method }) => (method === null ? [] : [method])));
  const names = new Map<string, string>();
  for (const method of used) names.set(method, (await findMethodName(app.db, link, method)) ?? method);
  return names;
}
