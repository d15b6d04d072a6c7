import type { GatewayLinkStatus, GatewayPayment, GatewayRefund } from '../payment_link/gateway';

/** Other spellings that the provider's own materials use. */
const SPELLINGS: Readonly<Record<string, string>> = {
  canceled: 'cancelled',
  chargeback: 'chargedback',
  partially_refunded: 'partial_refunded',
};

export function spelledRight(status: string): string {
  const lower = status.trim().toLowerCase();
  return SPELLINGS[lower] ?? lower;
}

/**
 * `initialized` is `open` here; once a method is chosen it is pending, which the caller knows. `reserved` is a refund
 * or payout that waits: nothing to settle and nothing to cut off. `duplicate` is an unpaid sibling of a paid attempt.
 * `void` is an attempt that the buyer or the bank gave up; the link itself can still be paid.
 */
const LINK_STATUS: Readonly<Record<string, GatewayLinkStatus>> = {
  initialized: 'open',
  duplicate: 'open',
  completed: 'paid',
  shipped: 'paid',
  uncleared: 'pending',
  reserved: 'pending',
  declined: 'declined',
  cancelled: 'cancelled',
  void: 'declined',
  reversed: 'declined',
  expired: 'expired',
  refunded: 'refunded',
  partial_refunded: 'partially_refunded',
  chargedback: 'charged_back',
};

export function linkStatusOf(status: string): GatewayLinkStatus {
  return LINK_STATUS[spelledRight(status)] ?? 'unknown';
}

const PAYMENT_STATUS: Readonly<Record<GatewayLinkStatus, GatewayPayment['status']>> = {
  open: 'pending',
  pending: 'pending',
  unknown: 'pending',
  paid: 'paid',
  declined: 'failed',
  cancelled: 'failed',
  expired: 'failed',
  refunded: 'refunded',
  partially_refunded: 'partially_refunded',
  charged_back: 'charged_back',
};

export function paymentStatusOf(status: GatewayLinkStatus): GatewayPayment['status'] {
  return PAYMENT_STATUS[status];
}

/** A refund is an order of its own: waiting until midnight, then done; `void` when it was taken back. */
export function refundStatusOf(status: string): GatewayRefund['status'] {
  switch (spelledRight(status)) {
    case 'completed':
    case 'refunded':
      return 'done';
    case 'void':
    case 'cancelled':
    case 'declined':
    case 'expired':
      return 'failed';
    default:
      return 'pending';
  }
}
