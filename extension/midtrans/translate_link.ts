import type { GatewayLink, GatewayLinkStatus, GatewayPayment, GatewayRefund } from '../payment_link/gateway';
import { methodId } from './methods';
import { fromRupiah, NOTHING } from './rupiah';
import type { ProviderLink, Transaction } from './shapes';

type PaymentStatus = GatewayPayment['status'];

/** A captured card is paid and settles within a day. */
const PAYMENT_STATUS: Readonly<Record<string, PaymentStatus>> = {
  pending: 'pending',
  authorize: 'pending',
  capture: 'paid',
  settlement: 'paid',
  deny: 'failed',
  cancel: 'failed',
  expire: 'failed',
  failure: 'failed',
  refund: 'refunded',
  partial_refund: 'partially_refunded',
  chargeback: 'charged_back',
  partial_chargeback: 'charged_back',
};

/** Which of several payments speaks for the link: money first, then money on its way. */
const RANK: readonly PaymentStatus[] = ['paid', 'partially_refunded', 'refunded', 'charged_back', 'pending', 'failed'];

/** A failed attempt never closes a link: another may follow while it lives. */
const LINK_STATUS: Readonly<Record<PaymentStatus, GatewayLinkStatus>> = {
  paid: 'paid',
  partially_refunded: 'partially_refunded',
  refunded: 'refunded',
  charged_back: 'charged_back',
  pending: 'pending',
  failed: 'declined',
};

/** A link's record and the transactions of its attempts, oldest first, in our words. Never throws. */
export function linkOf(reference: string, link: ProviderLink, transactions: readonly Transaction[]): GatewayLink {
  const seen = transactions.flatMap((transaction) => {
    const payment = paymentOf(transaction);
    return payment ? [{ transaction, payment }] : [];
  });
  const speaking = seen.toReversed().sort((a, b) => rankOf(a.payment) - rankOf(b.payment))[0];
  return {
    reference,
    status: speaking ? LINK_STATUS[speaking.payment.status] : 'open',
    providerStatus: speaking?.transaction.transaction_status.toLowerCase() ?? 'open',
    amount: fromRupiah(link.gross_amount),
    payments: seen.map(({ payment }) => payment),
    refunds: seen.flatMap(({ transaction }) => refundsOf(transaction)),
  };
}

function rankOf(payment: GatewayPayment): number {
  return RANK.indexOf(payment.status);
}

function paymentOf(transaction: Transaction): GatewayPayment | null {
  const { extra_info: extra, gross_amount: charged } = transaction;
  // A fee that the merchant lets the payer bear is on top of what the order asked for.
  const amount = fromRupiah(extra.gross_amount_info.original_amount ?? charged);
  if (transaction.transaction_id === '' || amount === null) return null;
  const status = statusOf(transaction);
  return {
    id: transaction.transaction_id,
    amount,
    refunded: fromRupiah(transaction.refund_amount) ?? (status === 'refunded' ? amount : NOTHING),
    status,
    method: methodOf(transaction),
    reason: status === 'failed' ? reasonOf(transaction) : null,
    needsCart: false,
  };
}

/** Paid only when the fraud check, where there was one, accepted it. A word we do not know is no news. */
function statusOf(transaction: Transaction): PaymentStatus {
  const status = PAYMENT_STATUS[transaction.transaction_status.toLowerCase()] ?? 'pending';
  const fraud = transaction.fraud_status.toLowerCase();
  if (status !== 'paid' || fraud === '' || fraud === 'accept') return status;
  return fraud === 'deny' && transaction.transaction_status.toLowerCase() === 'capture' ? 'failed' : 'pending';
}

/** As in `enabled_payments`, from what the transaction's own members tell. */
function methodOf(transaction: Transaction): string | null {
  const bank = transaction.permata_va_number === '' ? transaction.va_numbers[0]?.bank : 'permata';
  const name = nameOf(transaction, bank);
  return name === '' ? null : methodId(name);
}

function nameOf({ payment_type: type, store }: Transaction, bank: string | undefined): string {
  switch (type) {
    case 'bank_transfer':
      return bank ? `${bank}_va` : type;
    case 'cstore':
      return store || type;
    case 'qris':
      return 'other_qris';
    default:
      return type;
  }
}

function reasonOf({ channel_response_message: said, transaction_status: status }: Transaction): string {
  return said || status.toLowerCase();
}

/** Listed means acknowledged; done once the bank has confirmed it. */
function refundsOf(transaction: Transaction): GatewayRefund[] {
  return transaction.refunds.flatMap((refund) => {
    const amount = fromRupiah(refund.refund_amount);
    const id = refund.refund_chargeback_id || refund.refund_chargeback_uuid;
    if (amount === null || id === '') return [];
    const status = refund.bank_confirmed_at === '' ? 'pending' : 'done';
    return [{ id, reference: refund.refund_key || null, amount, status }];
  });
}
