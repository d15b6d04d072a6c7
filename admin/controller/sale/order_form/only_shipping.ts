import { shippingQuotes } from '../../../../extension/opencart/order/price_order';
import { readSettings } from '../../../../extension/opencart/setting/settings';
import { toShopTime } from '../../../../extension/opencart/shop_time';
import type { Admin } from '../../../admin';
import type { OrderFormState } from './state';

/** The only way to ship what has to be shipped needs no choosing. */
export async function withOnlyShipping(app: Admin, state: OrderFormState): Promise<OrderFormState> {
  const { draft } = state;
  const now = toShopTime(app.clock.now(), (await readSettings(app.db, draft.storeId)).timeZone);
  const [only, another] = await shippingQuotes(app.db, draft, now);
  if (only === undefined || another !== undefined) return state;
  return { ...state, draft: { ...draft, shippingCode: only.code } };
}
