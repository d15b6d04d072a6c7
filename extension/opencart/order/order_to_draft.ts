import type { Db } from '../../../system/db/table';
import { hasConsent } from '../../payment_link/mail/consents';
import type { Order, OrderAddress } from '../../payment_link/order_book';
import { insideBrackets } from './coupon_use';
import { findOrder } from './find_order';
import type { DraftAddress, OrderDraft } from './order_draft';

/** What the edit form starts from: the order as if it had just been asked for. Null when there is no such order. */
export async function draftOfOrder(db: Db, orderId: number): Promise<OrderDraft | null> {
  const order = await findOrder(db, orderId);
  return order === null ? null : draftFrom(order, await hasConsent(db, orderId));
}

function draftFrom(order: Order, remindersConsent: boolean): OrderDraft {
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
    lines: order.lines.map(({ productId, quantity, options }) => ({ productId, quantity, options })),
    paymentAddress: addressFrom(order.paymentAddress),
    shippingAddress: order.shippingMethod === null ? null : addressFrom(order.shippingAddress),
    shippingCode: order.shippingMethod?.code ?? null,
    paymentCode: order.paymentMethod.code,
    couponCode: insideBrackets(titleOf(order, 'coupon')),
    rewardPoints: Math.abs(Number(insideBrackets(titleOf(order, 'reward'))) || 0),
    comment: order.comment,
    statusId: order.statusId,
    remindersConsent,
  };
}

function titleOf(order: Order, code: string): string {
  return order.totals.find((total) => total.code === code)?.title ?? '';
}

/** Typed in: the address book may have changed since. */
function addressFrom({
  firstName,
  lastName,
  company,
  address1,
  address2,
  city,
  postcode,
  countryId,
  zoneId,
}: OrderAddress): DraftAddress {
  return { addressId: 0, firstName, lastName, company, address1, address2, city, postcode, countryId, zoneId };
}
