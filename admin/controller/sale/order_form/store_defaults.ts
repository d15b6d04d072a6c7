import { findLanguageId } from '../../../../extension/opencart/localisation/languages';
import type { DraftAddress, OrderDraft } from '../../../../extension/opencart/order/order_draft';
import { readSettings } from '../../../../extension/opencart/setting/settings';
import type { Admin } from '../../../admin';
import type { OrderFormState } from './state';

/** What an order of a store has until somebody chooses otherwise. */
export interface StoreDefaults extends Pick<
  OrderDraft,
  'customerGroupId' | 'languageId' | 'currencyCode' | 'paymentCode' | 'statusId'
> {
  readonly countryId: number;
}

/** The store's own choices, with the payment method and the status that ask for a payment link. */
export async function storeDefaults(app: Admin, storeId: number): Promise<StoreDefaults> {
  const settings = await readSettings(app.db, storeId);
  const language = settings.text('config_language_catalog') || settings.text('config_language', 'en-gb');
  const [requestStatus] = await app.paymentRequestStatusIds(storeId);
  const currencyCode = settings.text('config_currency', 'EUR');
  return {
    countryId: settings.number('config_country_id'),
    customerGroupId: settings.number('config_customer_group_id', 1),
    languageId: (await findLanguageId(app.db, language)) ?? 1,
    currencyCode,
    paymentCode: await firstPayment(app, storeId, currencyCode),
    statusId: requestStatus ?? settings.number('config_order_status_id', 1),
  };
}

/** The first method that can charge the store's currency. */
async function firstPayment(app: Admin, storeId: number, currency: string): Promise<string> {
  const choices = await app.paymentChoices(storeId);
  for (const { code } of choices) {
    const provider = app.links.providers.find((one) => code.startsWith(`${one.code}.`));
    if (provider === undefined) return code;
    const settings = await app.links.settingsFor(storeId, provider.code);
    if (provider.refusesCurrency(currency, settings) === null) return code;
  }
  return choices[0]?.code ?? '';
}

/** Another store was chosen for a new order: what still is the former store's default becomes the new one's. */
export async function followStore(app: Admin, state: OrderFormState): Promise<OrderFormState> {
  const { draft, defaultsOf } = state;
  if (state.orderId !== 0 || defaultsOf === draft.storeId) return state;
  const [from, to] = [await storeDefaults(app, defaultsOf), await storeDefaults(app, draft.storeId)];
  const follow = <T>(chosen: T, before: T, after: T): T => (chosen === before ? after : chosen);
  const place = (address: DraftAddress): DraftAddress =>
    address.address1 !== '' || address.city !== '' || address.countryId !== from.countryId
      ? address
      : { ...address, countryId: to.countryId, zoneId: 0 };
  // A registered customer has a group and a language of their own.
  const guest = draft.customerId === 0;
  return {
    ...state,
    defaultsOf: draft.storeId,
    draft: {
      ...draft,
      customerGroupId: guest
        ? follow(draft.customerGroupId, from.customerGroupId, to.customerGroupId)
        : draft.customerGroupId,
      languageId: guest ? follow(draft.languageId, from.languageId, to.languageId) : draft.languageId,
      currencyCode: follow(draft.currencyCode, from.currencyCode, to.currencyCode),
      paymentCode: follow(draft.paymentCode, from.paymentCode, to.paymentCode),
      statusId: follow(draft.statusId, from.statusId, to.statusId),
      paymentAddress: place(draft.paymentAddress),
      shippingAddress: draft.shippingAddress === null ? null : place(draft.shippingAddress),
    },
  };
}
