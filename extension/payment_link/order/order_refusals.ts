import { AppError, defineError } from '../../../system/errors';

/** Thrown by every order book. */
export const orderNotFound = defineError(
  'order_not_found',
  404,
  'There is no order {order_id}.',
  'It may have been deleted. Look for it under Sales → Orders.',
);

/** Thrown by a shop's order book before it writes anything: the change has effects that only the shop can book. */
export const statusNotMoved = defineError(
  'order_status_not_moved',
  409,
  'Order {order_id} was left in its status: {reason}.',
  'Give the user name and key of the shop’s own API in the settings, so that the shop makes the change itself, or change the status in the shop’s admin.',
);

export function isStatusNotMoved(thrown: unknown): thrown is AppError {
  return thrown instanceof AppError && thrown.code === 'order_status_not_moved';
}
