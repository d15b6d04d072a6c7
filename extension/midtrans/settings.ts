import { gatewaySchema } from '../payment_link/gateways/gateway_schema';

/** The words of `mappedStatus`; owners never see Midtrans's own, such as `settlement` and `capture`. */
export const settings = gatewaySchema({
  uncleared: 0,
  completed: 2,
  declined: 0,
  cancelled: 7,
  expired: 14,
  refunded: 11,
  partial_refunded: 0,
  chargedback: 13,
});
