import type { Db } from '../../../system/db/table';
import { shopDialect } from '../dialect';
import { fitText } from '../fit_text';
import { draftColumns, type OrderFacts } from '../order/order_columns';
import { paymentColumns, shippingColumns } from '../order/order_method';
import type { OrderRow } from '../order/order_row';
import type { ShopColumns } from '../attach/shop_columns';
import { narrowText } from '../stored_text';

type Change = Partial<Omit<OrderRow, 'order_id'>>;

/** The columns that a new order and an edit both write, as this shop's version keeps them. */
export function attachedColumns(db: Db, columns: ShopColumns, facts: OrderFacts): Change {
  const { draft, priced, paymentName } = facts;
  return fitted(db, columns, {
    ...draftColumns(facts),
    ...paymentColumns(db, { code: draft.paymentCode, name: paymentName }),
    ...shippingColumns(db, priced.shipping),
  });
}

/** What an edit leaves alone: what the shop's own forms ask for and this one does not. */
export function withoutOwnFields(change: Change): Change {
  const { custom_field: _account, payment_custom_field: _payment, shipping_custom_field: _shipping, ...kept } = change;
  const { payment_address_id: _from, shipping_address_id: _to, ...rest } = kept;
  return rest;
}

export interface NewAttachedOrder {
  readonly facts: OrderFacts;
  readonly invoicePrefix: string;
  readonly at: string;
  readonly ip: string;
  /** Says in a column of PHP's, until the order is complete, which press it comes from. */
  readonly mark: string;
}

/** Status 0: an order that nobody sees until its lines are there. */
export function newAttachedRow(db: Db, columns: ShopColumns, order: NewAttachedOrder): Change {
  const row = {
    ...attachedColumns(db, columns, order.facts),
    ...{ subscription_id: 0, invoice_no: 0, invoice_prefix: fitText(order.invoicePrefix, 26), transaction_id: '' },
    ...{ order_status_id: 0, affiliate_id: 0, commission: '0.0000', marketing_id: 0, tracking: '', fax: '' },
    ...{ ip: order.ip.slice(0, 40), forwarded_ip: '', user_agent: order.mark, accept_language: '' },
    ...{ date_added: order.at, date_modified: order.at },
  };
  return fitted(db, columns, row);
}

/** Columns that this shop does not have are left out; what it cannot hold is replaced. */
function fitted(db: Db, columns: ShopColumns, row: Readonly<Record<string, unknown>>): Change {
  const narrow = !shopDialect(db).wideText;
  const known = Object.entries(row).filter(([column]) => columns.has(`order.${column}`));
  return Object.fromEntries(
    known.map(([column, value]) => [column, narrow && typeof value === 'string' ? narrowText(value) : value]),
  );
}
