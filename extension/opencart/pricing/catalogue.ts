import type { Decimal } from '../../../system/decimal';
import { decimal } from '../../../system/decimal';
import type { Db } from '../../../system/db/table';
import { groupBy } from '../../../system/group_by';
import { plainText } from '../escaping';
import type { DraftOption, OrderDraft } from '../order/order_draft';
import type { ShopTime } from '../shop_time';
import { isOpenDate } from '../shop_time';
import type { OptionRow, OptionValueRow } from './tables/product_options';
import { selectOptions, selectOptionValues } from './tables/product_options';
import type { DiscountRow, ProductRow } from './tables/products';
import { mayHaveDiscounts, mayHaveOptions, selectDiscounts, selectProducts } from './tables/products';
import { signed } from './unit_price';
import type { Discount } from './unit_price';
import { variantOptions } from './variant';

export interface CatalogueProduct {
  readonly row: ProductRow;
  readonly name: string;
  /** Switched on, and available from a day that has come. */
  readonly onSale: boolean;
  readonly discounts: readonly Discount[];
  /** Its own; a variant's are its master's. */
  readonly options: readonly CatalogueOption[];
  /** What makes a variant one: chosen already, whatever is asked for. */
  readonly variant: readonly DraftOption[];
}

export interface CatalogueOption {
  readonly productOptionId: number;
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
}

export interface CatalogueValue {
  readonly productOptionValueId: number;
  readonly productOptionId: number;
  readonly name: string;
  readonly price: Decimal;
  readonly points: number;
  readonly weight: Decimal;
  readonly quantity: number;
  readonly subtract: boolean;
}

/** The products a draft names, with what its lines chose. */
export interface Catalogue {
  readonly products: ReadonlyMap<number, CatalogueProduct>;
  readonly values: ReadonlyMap<number, CatalogueValue>;
}

/** Four statements at most, whatever the number of lines; one where the products have neither options nor discounts. */
export async function readCatalogue(db: Db, draft: OrderDraft, now: ShopTime): Promise<Catalogue> {
  const productIds = ids(draft.lines.map((line) => line.productId));
  if (productIds.length === 0) return { products: new Map(), values: new Map() };
  const rows = await selectProducts(db, productIds, draft);
  const optionOwners = ids(rows.map(optionOwner));
  const chosen = draft.lines.flatMap((line) => line.options);
  const valueIds = ids([...chosen, ...rows.flatMap(variantOptions)].map((option) => option.productOptionValueId));
  const [discounts, options, values] = await Promise.all([
    mayHaveDiscounts(db, rows) ? selectDiscounts(db, productIds, draft.customerGroupId) : [],
    mayHaveOptions(rows) ? selectOptions(db, optionOwners, draft.languageId) : [],
    valueIds.length === 0 ? [] : selectOptionValues(db, valueIds, draft.languageId),
  ]);
  const discountsOf = groupBy(discounts, (row) => row.product_id);
  const optionsOf = groupBy(options, (row) => row.product_id);
  const productOf = (row: ProductRow): CatalogueProduct => ({
    row,
    name: plainText(row.name ?? row.first_name),
    onSale: row.status === 1 && isAvailable(row.date_available, now),
    discounts: (discountsOf.get(row.product_id) ?? []).map(discountOf),
    options: (optionsOf.get(optionOwner(row)) ?? []).map(optionOf),
    variant: variantOptions(row),
  });
  return {
    products: new Map(rows.map((row) => [row.product_id, productOf(row)])),
    values: new Map(values.map((row) => [row.product_option_value_id, valueOf(row)])),
  };
}

function ids(list: readonly number[]): number[] {
  return [...new Set(list)].filter((id) => Number.isSafeInteger(id) && id > 0);
}

function optionOwner(row: ProductRow): number {
  return row.master_id || row.product_id;
}

function isAvailable(date: string | null, now: ShopTime): boolean {
  return isOpenDate(date) || (date ?? '').slice(0, 10) <= now.slice(0, 10);
}

export function discountOf(row: DiscountRow): Discount {
  return {
    customerGroupId: row.customer_group_id ?? 0,
    quantity: row.quantity ?? 0,
    priority: row.priority ?? 0,
    price: decimal(row.price),
    type: row.type ?? '',
    special: row.special ?? false,
    dateStart: row.date_start,
    dateEnd: row.date_end,
  };
}

function optionOf(row: OptionRow): CatalogueOption {
  return {
    productOptionId: row.product_option_id,
    name: plainText(row.name),
    type: row.type ?? '',
    required: row.required === 1,
  };
}

function valueOf(row: OptionValueRow): CatalogueValue {
  return {
    productOptionValueId: row.product_option_value_id,
    productOptionId: row.product_option_id,
    name: plainText(row.name),
    price: signed(decimal(row.price), row.price_prefix),
    points: row.points_prefix === '-' ? -(row.points ?? 0) : (row.points ?? 0),
    weight: signed(decimal(row.weight), row.weight_prefix),
    quantity: row.quantity ?? 0,
    subtract: row.subtract === 1,
  };
}
