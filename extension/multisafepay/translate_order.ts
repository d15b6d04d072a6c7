import { isCurrency } from '../../system/currencies';
import { money, type Money } from '../../system/money';
import type { GatewayLink, GatewayLinkStatus, GatewayPayment, GatewayRefund } from '../payment_link/gateway';
import { needsCart, takesDays } from './methods';
import { readOrder, type ProviderOrder, type RelatedTransaction } from './order_shape';
import { linkStatusOf, paymentStatusOf, refundStatusOf, spelledRight } from './statuses';

/** The provider's order object (data of GET /orders, or a notification's body) in our words. Never throws. */
export function linkOf(reference: string, data: unknown): GatewayLink {
  const order = readOrder(data);
  const { status, word } = statusOf(order);
  return {
    reference,
    status,
    providerStatus: word,
    amount: amountOf(order.amount, order.currency),
    payments: [...ownPayment(order, status), ...siblingPayments(order)],
    refunds: refundsOf(order),
  };
}

interface Status {
  readonly status: GatewayLinkStatus;
  /** The provider's word for it, which the owner's mapping knows. */
  readonly word: string;
}

/** The order's status, corrected by what the transaction says beside it. */
function statusOf(order: ProviderOrder): Status {
  const word = spelledRight(order.status);
  const status = linkStatusOf(word);
  if (word === 'initialized' && isUnderWay(order)) return { status: 'pending', word };
  if (word === 'void' && hasChargeback(order)) return { status: 'charged_back', word: 'chargedback' };
  if (word === 'expired' && order.transaction_id !== '') return { status: 'declined', word };
  if (status !== 'paid') return { status, word };
  if (isAuthorisedOnly(order)) return { status: 'pending', word: 'authorized' };
  const refunded = order.amount_refunded ?? 0;
  if (refunded <= 0 || order.amount === null) return { status, word };
  if (refunded < order.amount) return { status: 'partially_refunded', word: 'partial_refunded' };
  return { status: 'refunded', word: 'refunded' };
}

/** Money is reserved, not taken, until somebody captures it by hand. */
function isAuthorisedOnly({ payment_details: { capture, capture_remain: left } }: ProviderOrder): boolean {
  return capture.toLowerCase() === 'manual' && (left === null || left > 0);
}

/** A transaction exists only once the buyer chose a method: they are at their bank, or the transfer is on its way. */
function isUnderWay(order: ProviderOrder): boolean {
  return order.transaction_id !== '' || order.payment_details.type !== '';
}

/** A `void` after payment is a reversal when the bank took the money back. */
function hasChargeback(order: ProviderOrder): boolean {
  return order.related_transactions.some(({ type }) => spelledRight(type) === 'chargedback');
}

/**
 * The attempt that the order stands for. Without a transaction id nobody has chosen a method yet; one that was only
 * begun is no payment, since whoever left their bank's page may try again, unless its money takes days.
 */
function ownPayment(order: ProviderOrder, status: GatewayLinkStatus): GatewayPayment[] {
  const amount = amountOf(order.amount, order.currency);
  if (order.transaction_id === '' || amount === null) return [];
  if (isOnlyBegun(order.status, order.payment_details.type)) return [];
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

function isOnlyBegun(status: string, method: string): boolean {
  return spelledRight(status) === 'initialized' && !takesDays(method);
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

/** Other attempts of the same order. An unpaid sibling is called Duplicate, or stays as it was left: begun, mostly. */
function siblingPayments(order: ProviderOrder): GatewayPayment[] {
  return order.related_transactions
    .filter((row) => ['payment', 'duplicate'].includes(row.type.toLowerCase()))
    .flatMap((row) => siblingPayment(order, row));
}

function siblingPayment(order: ProviderOrder, row: RelatedTransaction): GatewayPayment[] {
  const amount = amountOf(row.amount, row.currency || order.currency);
  if (row.transaction_id === '' || row.transaction_id === order.transaction_id || amount === null) return [];
  if (isOnlyBegun(row.status, row.payment_method)) return [];
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
