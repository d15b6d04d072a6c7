import type { TableFact } from './information_schema';
import type { ShopColumns } from './shop_columns';
import type { EventStyle } from './shop_version';

/** What a shop's tables can hold: every decision is taken by these, not by a version's number. */
export interface Capabilities {
  /** `order.payment_code` and `order.shipping_code`. */
  readonly hasPaymentCode: boolean;
  /** New rows carry JSON in `payment_method`; old rows of upgraded shops may still be plain. */
  readonly methodsAreJson: boolean;
  readonly hasOrderTotalExtension: boolean;
  /** Variants of products, which move their master's stock too. */
  readonly hasMasterId: boolean;
  readonly hasLanguageCode: boolean;
  readonly hasTransactionId: boolean;
  /** Gift vouchers are sold. The tables alone prove nothing: the upgrade to 4.1 leaves them behind. */
  readonly hasVoucherTables: boolean;
  readonly hasSubscriptions: boolean;
  readonly hasProductSpecial: boolean;
  readonly discountHasType: boolean;
  readonly countryNamesInDescription: boolean;
  readonly addressFormatsInTable: boolean;
  /** `address.default`; before, the customer's row names its default address. */
  readonly addressesHaveDefault: boolean;
  /** Since 4.1.0.4, which moved the codes of products to a table of their own. */
  readonly fixedTaxPerLine: boolean;
  readonly userHasSalt: boolean;
  /** False on MyISAM: a rollback leaves what was written. */
  readonly orderTablesTransactional: boolean;
  /** Texts may hold characters beyond three bytes of UTF-8 in every column written to. */
  readonly wideText: boolean;
  readonly eventStyle: EventStyle;
}

/** The tables that a status change writes to. */
export const WRITTEN_TABLES = ['order', 'order_history', 'product', 'product_option_value', 'customer_transaction'];
const WRITTEN_TEXTS = ['order_history.comment', 'order.payment_method', 'customer_transaction.description'];

export function capabilitiesOf(
  columns: ShopColumns,
  tables: readonly TableFact[],
  eventStyle: EventStyle,
): Capabilities {
  const engines = new Map(tables.map(({ table, engine }) => [table, engine.toLowerCase()]));
  const typed = columns.has('product_discount.type');
  return {
    hasPaymentCode: columns.has('order.payment_code'),
    methodsAreJson: columns.column('order.payment_method')?.dataType.endsWith('text') === true,
    hasOrderTotalExtension: columns.has('order_total.extension'),
    hasMasterId: columns.has('order_product.master_id'),
    hasLanguageCode: columns.has('order.language_code'),
    hasTransactionId: columns.has('order.transaction_id'),
    hasVoucherTables: columns.table('order_voucher') && !typed,
    hasSubscriptions: columns.table('order_subscription'),
    hasProductSpecial: columns.table('product_special') && !typed,
    discountHasType: typed,
    countryNamesInDescription: columns.table('country_description'),
    addressFormatsInTable: columns.has('country.address_format_id'),
    addressesHaveDefault: columns.has('address.default'),
    fixedTaxPerLine: typed && columns.table('product') && !columns.has('product.sku'),
    userHasSalt: columns.has('user.salt'),
    orderTablesTransactional: WRITTEN_TABLES.every((table) => engines.get(table) === 'innodb'),
    // The programs of 3.x speak three-byte utf8 to the database whatever its columns are.
    wideText:
      eventStyle !== 'order/addOrderHistory' &&
      WRITTEN_TEXTS.every((path) => columns.column(path)?.charset === 'utf8mb4'),
    eventStyle,
  };
}
