import { isCurrency } from '../../system/currencies';
import { money, type Money } from '../../system/money';
import type { GatewayLink, GatewayLinkStatus, GatewayPayment, GatewayRefund } from '../payment_link/gateway';
import { needsCart } from './methods';
import { readOrder, type ProviderOrder, type RelatedTransaction } from './order_shape';
import { linkStatusOf, paymentStatusOf, refundStatusOf, spelledRight } from './statuses';

/** The provider's order object (data of GET /orders, or a notification's body) in our words. Never throws. */
export function linkOf(reference: string, data: unknown): GatewayLink {
  const order = readOrder(data);
  const status = statusOf(order);
  return {
    reference,
    status,
    providerStatus: spelledRight(order.status),
    amount: amountOf(order.amount, order.currency),
    payments: [...ownPayment(order, status), ...siblingPayments(order)],
    refunds: refundsOf(order),
  };
}

/** The order's status, corrected by what the transaction says beside it. */
function statusOf(order: ProviderOrder): GatewayLinkStatus {
  const status = linkStatusOf(order.status);
  const { capture, capture_remain: uncaptured } = order.payment_details;
  if (status === 'open') return isUnderWay(order) ? 'pending' : 'open';
  if (spelledRight(order.status) === 'void' && hasChargeback(order)) return 'charged_back';
  if (status !== 'paid') return status;
  if (capture.toLowerCase() === 'manual' && (uncaptured === null || uncaptured > 0)) return 'pending';
  const refunded = order.amount_refunded ?? 0;
  if (refunded <= 0 || order.amount === null) return 'paid';
  return refunded >= order.amount ? 'refunded' : 'partially_refunded';
}

/** A transaction exists only once the buyer chose a method: they are at their bank, or the transfer is on its way. */
function isUnderWay(order: ProviderOrder): boolean {
  const chosen = order.transaction_id !== '' || order.payment_details.type !== '';
  return chosen && spelledRight(order.status) === 'initialized';
}

/** A `void` after payment is a reversal when the bank took the money back. */
function hasChargeback(order: ProviderOrder): boolean {
  return order.related_transactions.some(({ type }) => spelledRight(type) === 'chargeback');
}

/** The attempt that the order stands for. Without a transaction id nobody has chosen a method yet. */
function ownPayment(order: ProviderOrder, status: GatewayLinkStatus): GatewayPayment[] {
  const amount = amountOf(order.amount, order.currency);
  if (order.transaction_id === '' || amount === null) return [];
  const state = spelledRight(order.status) === 'duplicate' ? 'failed' : paymentStatusOf(status);
  const method = methodOf(order);
  return [
    {
      id: order.transaction_id,
      amount,
      refunded: money(refundedMinor(order, status, amount), amount.currency),
      status: state,
      method,
      reason: state === 'failed' ? reasonOf(order) : null,
      needsCart: method !== null && needsCart(method),
    },
  ];
}

function refundedMinor(order: ProviderOrder, status: GatewayLinkStatus, amount: Money): number {
  if (order.amount_refunded !== null && order.amount_refunded > 0) return order.amount_refunded;
  if (status === 'refunded') return amount.minor;
  return refundsOf(order)
    .filter((refund) => refund.status === 'done')
    .reduce((sum, refund) => sum + refund.amount.minor, 0);
}

/** The gateway really used; a payment by gift card alone names the card's brand. */
function methodOf(order: ProviderOrder): string | null {
  const { type, coupon_brand: brand } = order.payment_details;
  if (/^coupon/i.test(type)) return (brand || type).split(';')[0] ?? null;
  return type || order.payment_methods[0]?.type || null;
}

function reasonOf(order: ProviderOrder): string | null {
  return [order.reason, order.reason_code && `(${order.reason_code})`].filter(Boolean).join(' ') || null;
}

/** Other attempts of the same order. An unpaid sibling is called Duplicate, or stays as it was left. */
function siblingPayments(order: ProviderOrder): GatewayPayment[] {
  return order.related_transactions
    .filter((row) => ['payment', 'duplicate'].includes(row.type.toLowerCase()))
    .flatMap((row) => siblingPayment(order, row));
}

function siblingPayment(order: ProviderOrder, row: RelatedTransaction): GatewayPayment[] {
  const amount = amountOf(row.amount, row.currency || order.currency);
  if (row.transaction_id === '' || row.transaction_id === order.transaction_id || amount === null) return [];
  const duplicate = spelledRight(row.status || row.type) === 'duplicate';
  const status = duplicate ? 'failed' : paymentStatusOf(linkStatusOf(row.status));
  return [
    {
      id: row.transaction_id,
      amount,
      refunded: money(0, amount.currency),
      status,
      method: row.payment_method || null,
      reason: status === 'failed' ? row.description || null : null,
      needsCart: needsCart(row.payment_method),
    },
  ];
}

function refundsOf(order: ProviderOrder): GatewayRefund[] {
  return order.related_transactions
    .filter((row) => row.type.toLowerCase() === 'refund')
    .flatMap((row) => {
      const amount = amountOf(row.amount === null ? null : Math.abs(row.amount), row.currency || order.currency);
      if (row.transaction_id === '' || amount === null) return [];
      return [
        { id: row.transaction_id, reference: refundReference(order, row), amount, status: refundStatusOf(row.status) },
      ];
    });
}

/** Without a `refund_order_id` the provider repeats the order's own id, which says nothing. */
function refundReference(order: ProviderOrder, row: RelatedTransaction): string | null {
  const named = row.refund_order_id || row.order_id;
  return named === '' || named === order.order_id ? null : named;
}

function amountOf(minor: number | null, currency: string): Money | null {
  const code = currency.toUpperCase();
  return minor !== null && isCurrency(code) ? money(minor, code) : null;
}
