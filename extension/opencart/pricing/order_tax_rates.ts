import type { Db } from '../../../system/db/table';
import type { TaxRate } from '../../payment_link/order_book';
import { readSettings } from '../setting/settings';
import { selectTaxRates } from './tables/tax_rules';
import { taxRatesOf, taxTable } from './tax';
import type { Place } from './tax_places';
import { taxPlaces } from './tax_places';

export interface TaxQuestion {
  readonly storeId: number;
  readonly customerGroupId: number;
  readonly paymentAddress: Place;
  /** Null when the order has none. */
  readonly shippingAddress: Place | null;
  /** Something in it ships: otherwise its shipping address does not count. */
  readonly hasShipping: boolean;
}

/**
 * The rates that hold today for an order's addresses and group, by tax class; every class asked for is in the map,
 * an untaxed one with none. Two statements.
 */
export async function orderTaxRates(
  db: Db,
  order: TaxQuestion,
  taxClassIds: readonly number[],
): Promise<Map<number, TaxRate[]>> {
  const settings = await readSettings(db, order.storeId);
  const places = taxPlaces(settings, {
    shipping: order.hasShipping ? order.shippingAddress : null,
    payment: order.paymentAddress,
  });
  const table = taxTable(await selectTaxRates(db, order.customerGroupId, places));
  return new Map(taxClassIds.map((id) => [id, taxRatesOf(id, table)]));
}
