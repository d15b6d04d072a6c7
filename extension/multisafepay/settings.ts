import { gatewaySchema, inOrderData } from '../payment_link/gateways/gateway_schema';

const STATUSES = {
  initialized: 0,
  completed: 2,
  uncleared: 0,
  reserved: 0,
  void: 0,
  declined: 0,
  cancelled: 7,
  expired: 14,
  shipped: 3,
  refunded: 11,
  partial_refunded: 0,
  chargedback: 13,
};

export const settings = gatewaySchema(STATUSES, [
  { ...inOrderData('confirmed_currencies'), kind: 'list', default: [] },
]);
