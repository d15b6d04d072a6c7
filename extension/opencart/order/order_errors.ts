import { defineError } from '../../../system/errors';

export { orderNotFound } from '../../payment_link/order/order_refusals';
export const stockShort = defineError(
  'stock_short',
  422,
  'Not enough stock for: {products}.',
  'Lower the quantity, remove the product, or allow Stock Checkout under System → Settings → Option (beside a PHP shop, in its own admin).',
);
export const statusUnknown = defineError(
  'order_status_unknown',
  422,
  'The order status {status_id} does not exist.',
  'Choose one of the statuses listed under System → Localisation → Order Statuses.',
);
export const couponUsedUp = defineError(
  'coupon_used_up',
  422,
  'The coupon {code} cannot be used any more.',
  'Remove the coupon, or raise its limits.',
);
export const creditShort = defineError(
  'credit_short',
  422,
  'The customer’s store credit was spent by another order meanwhile.',
  'Save again: the totals are computed with what is left.',
);
export const pointsShort = defineError(
  'points_short',
  422,
  'The customer does not have that many reward points.',
  'Use fewer points.',
);
export const orderChanged = defineError(
  'order_changed',
  409,
  'The order has changed since this page was opened.',
  'Reload the page and look at the order again.',
);
export const orderChangedMeanwhile = defineError(
  'order_changed_meanwhile',
  409,
  'Order {order_id} was changed while you had it open, by a colleague, a payment or in another tab. Nothing was saved.',
  'What you typed is kept. Look at the order first; Save once more writes yours over it.',
);
export const formUsed = defineError(
  'form_used',
  409,
  'This form was sent before and saved order {order_id}; what it says now was not saved.',
  'What you typed is kept. Save once more to change order {order_id}, or press Add New for another order.',
);
