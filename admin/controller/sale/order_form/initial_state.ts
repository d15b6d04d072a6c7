import { findLanguageId } from '../../../../extension/opencart/languages';
import type { DraftAddress, OrderDraft } from '../../../../extension/opencart/order_draft';
import { readSettings } from '../../../../extension/opencart/settings';
import { hasConsent } from '../../../../extension/payment_link/consents';
import type { Order, OrderAddress } from '../../../../extension/payment_link/order_book';
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
      languageId: (await findLanguageId(app.db, settings.text('config_language_catalog', 'en-gb'))) ?? 1,
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
  const order = await app.orderBook.findOrder(app.db, orderId);
  if (order === null) return null;
  return started({
    orderId,
    formToken,
    draft: { ...draftOf(order), remindersConsent: await hasConsent(app.db, orderId) },
  });
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
  };
}

function draftOf(order: Order): Omit<OrderDraft, 'remindersConsent'> {
  return {
    storeId: order.storeId,
    customerId: order.customerId,
    customerGroupId: order.customerGroupId,
    firstName: order.firstName,
    lastName: order.lastName,
    email: order.email,
    telephone: order.telephone,
    languageId: order.languageId,
    currencyCode: order.currencyCode,
    lines: order.lines.map((line) => ({ productId: line.productId, quantity: line.quantity, options: line.options })),
    paymentAddress: addressOf(order.paymentAddress),
    shippingAddress: order.shippingMethod === null ? null : addressOf(order.shippingAddress),
    shippingCode: order.shippingMethod?.code ?? null,
    paymentCode: order.paymentMethod.code,
    couponCode: usedIn(order, 'coupon'),
    rewardPoints: Math.abs(Number.parseInt(usedIn(order, 'reward'), 10) || 0),
    comment: order.comment,
    statusId: order.statusId,
  };
}

/** OpenCart keeps the coupon's code, and the points used, between the parentheses of the total's title. */
function usedIn(order: Order, code: string): string {
  const title = order.totals.find((total) => total.code === code)?.title ?? '';
  return /\((.*)\)[^)]*$/.exec(title)?.[1] ?? '';
}

function addressOf(address: OrderAddress): DraftAddress {
  const { firstName, lastName, company, address1, address2, city, postcode, countryId, zoneId } = address;
  return { addressId: 0, firstName, lastName, company, address1, address2, city, postcode, countryId, zoneId };
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
