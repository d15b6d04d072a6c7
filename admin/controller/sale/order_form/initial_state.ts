import { findLanguageId } from '../../../../extension/opencart/languages';
import type { DraftAddress } from '../../../../extension/opencart/order_draft';
import { draftOfOrder } from '../../../../extension/opencart/order_to_draft';
import { readSettings } from '../../../../extension/opencart/settings';
import type { Admin } from '../../../admin';
import type { OrderFormState } from './state';

/** A new order begins with the shop's own choices, and with the status that asks for a payment link. */
export async function newState(app: Admin, formToken: string): Promise<OrderFormState> {
  const settings = await readSettings(app.db, 0);
  const countryId = settings.number('config_country_id');
  const address = { ...EMPTY_ADDRESS, countryId, zoneId: 0 };
  const [requestStatus] = await app.paymentRequestStatusIds(0);
  const [firstPayment] = await app.paymentChoices(0);
  return started({
    orderId: 0,
    formToken,
    draft: {
      storeId: 0,
      customerId: 0,
      customerGroupId: settings.number('config_customer_group_id', 1),
      firstName: '',
      lastName: '',
      email: '',
      telephone: '',
      languageId:
        (await findLanguageId(
          app.db,
          settings.text('config_language_catalog') || settings.text('config_language', 'en-gb'),
        )) ?? 1,
      currencyCode: settings.text('config_currency', 'EUR'),
      lines: [],
      paymentAddress: address,
      shippingAddress: address,
      shippingCode: null,
      paymentCode: firstPayment?.code ?? '',
      couponCode: '',
      rewardPoints: 0,
      comment: '',
      statusId: requestStatus ?? settings.number('config_order_status_id', 1),
      remindersConsent: false,
    },
  });
}

/** The order as it is; null when there is none. */
export async function stateOfOrder(app: Admin, orderId: number, formToken: string): Promise<OrderFormState | null> {
  const draft = await draftOfOrder(app.db, orderId);
  return draft === null ? null : started({ orderId, formToken, draft });
}

function started(parts: Pick<OrderFormState, 'orderId' | 'formToken' | 'draft'>): OrderFormState {
  const { paymentAddress, shippingAddress } = parts.draft;
  return {
    ...parts,
    step: 'customer',
    shippingSame: JSON.stringify(paymentAddress) === JSON.stringify(shippingAddress ?? paymentAddress),
    tellCustomer: true,
    customerSearch: '',
    productSearch: '',
    pendingProductId: 0,
    pendingQuantity: 1,
    pendingOptions: [],
    pendingMissing: [],
  };
}

const EMPTY_ADDRESS: DraftAddress = {
  addressId: 0,
  firstName: '',
  lastName: '',
  company: '',
  address1: '',
  address2: '',
  city: '',
  postcode: '',
  countryId: 0,
  zoneId: 0,
};
