import type { DraftAddress } from '../../../../extension/opencart/order/order_draft';
import { draftOfOrder } from '../../../../extension/opencart/order/order_to_draft';
import { seenOf } from '../../../../extension/opencart/order/order_seen';
import type { Admin } from '../../../admin';
import type { OrderFormState } from './state';
import { storeDefaults } from './store_defaults';

/** A new order begins with the default store's own choices. */
export async function newState(app: Admin, formToken: string): Promise<OrderFormState> {
  const { countryId, ...chosen } = await storeDefaults(app, 0);
  const address = { ...EMPTY_ADDRESS, countryId };
  return started({
    orderId: 0,
    formToken,
    seen: '',
    seenStatusId: 0,
    draft: {
      storeId: 0,
      customerId: 0,
      firstName: '',
      lastName: '',
      email: '',
      telephone: '',
      lines: [],
      paymentAddress: address,
      shippingAddress: address,
      shippingCode: null,
      couponCode: '',
      rewardPoints: 0,
      comment: '',
      remindersConsent: false,
      ...chosen,
    },
  });
}

/** The order as it is; null when there is none. */
export async function stateOfOrder(app: Admin, orderId: number, formToken: string): Promise<OrderFormState | null> {
  const draft = await draftOfOrder(app.db, orderId);
  return draft === null
    ? null
    : started({ orderId, formToken, draft, seen: seenOf(draft), seenStatusId: draft.statusId });
}

type Begun = Pick<OrderFormState, 'orderId' | 'formToken' | 'seen' | 'seenStatusId' | 'draft'>;

function started(parts: Begun): OrderFormState {
  const { paymentAddress, shippingAddress } = parts.draft;
  return {
    ...parts,
    defaultsOf: parts.draft.storeId,
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
