import { findCurrency } from '../../../../extension/opencart/localisation/currencies';
import { findLanguageId } from '../../../../extension/opencart/localisation/languages';
import type { PricedOrder } from '../../../../extension/opencart/order/order_draft';
import { previewOrder } from '../../../../extension/opencart/order/price_order';
import { readSettings } from '../../../../extension/opencart/setting/settings';
import { toShopTime, type ShopTime } from '../../../../extension/opencart/shop_time';
import { joined } from '../../../../system/language';
import type { Admin } from '../../../admin';
import type { FormTexts } from '../../../form/form';
import type { TextFiles } from '../../../../language';
import { hints, type FieldErrors } from '../../../form_errors';
import type { Visit } from '../../../visit';
import { fieldsWith, type CurrencyShown, type OrderFieldMaker } from './fields';
import type { OrderFormState } from './state';

/** One order form in one request: what its steps share. */
export interface OrderParts {
  readonly app: Admin;
  readonly visit: Visit;
  readonly text: TextFiles['sale/order_form'] & FormTexts;
  readonly state: OrderFormState;
  /** Shown beside the fields: what a Save was refused for, or else what can be told before one. */
  readonly errors: FieldErrors;
  /** What a Save was refused for: the summary above the form. */
  readonly refused: FieldErrors;
  readonly field: OrderFieldMaker;
  /** In which staff read. */
  readonly languageId: number;
  /** Null while nothing can be computed. */
  readonly priced: PricedOrder | null;
  readonly currency: CurrencyShown;
  /** In the time zone of the order's store. */
  readonly now: ShopTime;
}

export async function partsOf(
  app: Admin,
  visit: Visit,
  { state, refused }: Pick<OrderParts, 'state' | 'refused'>,
): Promise<OrderParts> {
  const { draft, orderId } = state;
  const now = toShopTime(app.clock.now(), (await readSettings(app.db, draft.storeId)).timeZone);
  const { priced, problems } = await previewOrder(app.db, draft, now, { orderId });
  const errors = refused.list.length > 0 ? refused : hints(visit, problems);
  const rate = (await findCurrency(app.db, draft.currencyCode))?.value ?? '1';
  return {
    ...{ app, visit, state, errors, refused, priced, now },
    text: joined(visit.texts('common/form'), visit.texts('sale/order_form')),
    field: fieldsWith(errors),
    languageId: await staffLanguageId(app, visit),
    currency: { code: draft.currencyCode, value: rate, locale: visit.locale },
  };
}

/** Names are in the language of who reads the page; what is saved is in the customer's. */
export async function staffLanguageId(app: Admin, visit: Visit): Promise<number> {
  return (await findLanguageId(app.db, visit.language)) ?? 1;
}
