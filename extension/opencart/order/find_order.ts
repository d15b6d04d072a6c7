import type { Db } from '../../../system/db/table';
import type { Order, OrderCoupon, OrderTotal, TaxRate } from '../../payment_link/order_book';
import { shopDialect } from '../dialect';
import { plainText } from '../escaping';
import { weightUnits } from '../localisation/classes';
import { findLanguageCode } from '../localisation/languages';
import { paymentAddressOf, shippingAddressOf } from './order_address';
import { couponsOf } from './order_coupons';
import { listLineRows, readLines, type LineRow } from './order_lines';
import { readMethod, readPaymentMethod, readShippingTaxClass } from './order_method';
import { findNamedPlace } from './order_places';
import type { OrderRow } from './order_row';
import { listOrderOptions } from './order_options';
import { listOrderTotals, type OrderTotalRow } from './order_totals';
import { findOrderRow } from './orders';
import { orderTaxRates } from '../pricing/order_tax_rates';
import { readSettings, type ShopSettings } from '../setting/settings';

/** The whole order in plain text, with today's tax rates of its lines and totals; null when there is none. */
export async function findOrder(db: Db, orderId: number): Promise<Order | null> {
  const row = await findOrderRow(db, orderId);
  return row === null ? null : readOrder(db, row);
}

/** What does not wait for one another is asked at once: a server answers in three rounds instead of nine. */
export async function readOrder(db: Db, row: OrderRow): Promise<Order> {
  const [lines, options, totals, units, settings, addresses, languageCode] = await Promise.all([
    listLineRows(db, row.order_id),
    listOrderOptions(db, row.order_id),
    listOrderTotals(db, row.order_id),
    weightUnits(db, row.language_id ?? 0),
    readSettings(db, row.store_id),
    addressesOf(db, row),
    languageCodeOf(db, row),
  ]);
  const classes = totalTaxClasses(row, settings);
  const productIds = lines.map((line) => line.product_id);
  const [rates, coupons] = await Promise.all([ratesOf(db, row, lines, classes), couponsOf(db, totals, productIds)]);
  const total = (one: OrderTotalRow): OrderTotal =>
    totalOf(one, rates.get(classes.get(one.code) ?? 0) ?? [], coupons.get(one.order_total_id));
  return {
    ...headOf(row, languageCode),
    ...addresses,
    lines: readLines(lines, options, { rates, units }),
    totals: totals.map(total),
  };
}

/** The totals that are taxed by a class of their own. */
function totalTaxClasses(row: OrderRow, settings: ShopSettings): ReadonlyMap<string, number> {
  const extension = (readMethod(row.shipping_method, row.shipping_code)?.code ?? '').split('.')[0] ?? '';
  return new Map([
    ['shipping', readShippingTaxClass(row.shipping_method) ?? settings.number(`shipping_${extension}_tax_class_id`)],
    ['handling', settings.number('total_handling_tax_class_id')],
    ['low_order_fee', settings.number('total_low_order_fee_tax_class_id')],
  ]);
}

async function ratesOf(
  db: Db,
  row: OrderRow,
  lines: readonly LineRow[],
  totals: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<number, readonly TaxRate[]>> {
  const ships = (row.shipping_method ?? '') !== '';
  return orderTaxRates(
    db,
    {
      storeId: row.store_id,
      customerGroupId: row.customer_group_id,
      paymentAddress: { countryId: row.payment_country_id ?? 0, zoneId: row.payment_zone_id ?? 0 },
      shippingAddress: ships ? { countryId: row.shipping_country_id ?? 0, zoneId: row.shipping_zone_id ?? 0 } : null,
      hasShipping: ships,
    },
    [...new Set([...lines.map((line) => line.tax_class_id ?? 0), ...totals.values()])],
  );
}

async function addressesOf(db: Db, row: OrderRow): Promise<Pick<Order, 'paymentAddress' | 'shippingAddress'>> {
  const payment = { countryId: row.payment_country_id ?? 0, zoneId: row.payment_zone_id ?? 0 };
  const shipping = { countryId: row.shipping_country_id ?? 0, zoneId: row.shipping_zone_id ?? 0 };
  const same = payment.countryId === shipping.countryId && payment.zoneId === shipping.zoneId;
  const place = await findNamedPlace(db, payment, row.language_id ?? 0);
  return {
    paymentAddress: paymentAddressOf(row, place),
    shippingAddress: shippingAddressOf(row, same ? place : await findNamedPlace(db, shipping, row.language_id ?? 0)),
  };
}

/** Before 4.0 the language's own row tells it, and 4.0.2 leaves the column empty. */
async function languageCodeOf(db: Db, row: OrderRow): Promise<string> {
  const own = row.language_code ?? '';
  return own === '' && !shopDialect(db).ownTables ? findLanguageCode(db, row.language_id ?? 0) : own;
}

type Head = Omit<Order, 'paymentAddress' | 'shippingAddress' | 'lines' | 'totals'>;

function headOf(row: OrderRow, languageCode: string): Head {
  return {
    orderId: row.order_id,
    storeId: row.store_id,
    storeName: plainText(row.store_name),
    storeUrl: plainText(row.store_url),
    statusId: row.order_status_id,
    customerId: row.customer_id,
    customerGroupId: row.customer_group_id,
    firstName: plainText(row.firstname),
    lastName: plainText(row.lastname),
    email: plainText(row.email),
    telephone: plainText(row.telephone),
    languageId: row.language_id ?? 0,
    languageCode,
    currencyCode: row.currency_code ?? '',
    currencyValue: row.currency_value ?? '1.00000000',
    total: row.total,
    paymentMethod: readPaymentMethod(row) ?? { code: '', name: '' },
    shippingMethod: readMethod(row.shipping_method, row.shipping_code),
    comment: plainText(row.comment),
    ip: row.ip ?? '',
    dateAdded: row.date_added ?? '',
    dateModified: row.date_modified ?? '',
    ...(row.invoice_no > 0 ? { invoiceNumber: `${plainText(row.invoice_prefix)}${row.invoice_no}` } : {}),
  };
}

function totalOf(row: OrderTotalRow, taxRates: readonly TaxRate[], coupon: OrderCoupon | undefined): OrderTotal {
  const { code, value, sort_order: sortOrder } = row;
  return { code, title: plainText(row.title), value, sortOrder, taxRates, ...(coupon ? { coupon } : {}) };
}
