import {
  GatewayError,
  type Call,
  type CreatedLink,
  type GatewayAccount,
  type GatewayLink,
  type GatewayPayment,
  type GatewayRefund,
  type LinkRequest,
  type PaymentGateway,
  type RefundRequest,
} from '../payment_link/gateway';
import { linkPath, transactionPath, type MidtransApi } from './api';
import { midtransMethods } from './methods';
import { readNotification } from './notification';
import { remedyOf } from './remedies';
import { toRupiah } from './rupiah';
import { readCreated, readLink, readRefunded, readTransaction, type ProviderLink, type Transaction } from './shapes';
import { linkBody } from './translate';
import { linkOf } from './translate_link';

export const CODE = 'midtrans';

/** A reference that no link of ours has: they all hold digits. */
const NOBODYS_REFERENCE = 'connection-test';

/** Midtrans's payment links behind the port, on one account. It can tell it neither shipment nor invoice. */
export function createGateway(account: GatewayAccount, api: MidtransApi): PaymentGateway {
  return {
    code: CODE,
    createLink: (request, call) => createLink(api, request, call),
    fetchLink: (reference, call) => fetchLink(api, reference, call),
    cancelLink: (reference, call) => cancelLink(api, reference, call),
    refund: (request, call) => refund(api, request, call),
    listMethods: async () => midtransMethods(),
    testConnection: (call) => testConnection(account, api, call),
    readNotification: (raw) => readNotification(raw, account.apiKey),
  };
}

/** The header tells where news of this link go, where the account honours it; else the dashboard's address does. */
async function createLink(api: MidtransApi, request: LinkRequest, call: Call): Promise<CreatedLink> {
  const headers = { 'x-override-notification': request.notificationUrl };
  const created = readCreated(await api.post('/v1/payment-links', linkBody(request), 'creates', call, headers));
  if (!URL.canParse(created.payment_url) || !/^https?:$/.test(new URL(created.payment_url).protocol)) {
    throw new GatewayError('unknown', 'Midtrans answered without a payment address');
  }
  return { url: created.payment_url, sessionId: null };
}

/** The link's record tells the attempts, each attempt's transaction tells the money. */
async function fetchLink(api: MidtransApi, reference: string, call: Call): Promise<GatewayLink> {
  const link = readLink(await api.get(linkPath(reference), call));
  return linkOf(reference, link, await fetchTransactions(api, link, call));
}

async function fetchTransactions(api: MidtransApi, link: ProviderLink, call: Call): Promise<Transaction[]> {
  const ids = link.purchases.toSorted((a, b) => a.created_at.localeCompare(b.created_at)).map(({ order_id: id }) => id);
  const found = await Promise.all(ids.filter(Boolean).map((id) => fetchTransaction(api, id, call)));
  return found.filter((transaction) => transaction !== null);
}

/** Null before the buyer chose a method: there is no transaction yet. */
async function fetchTransaction(api: MidtransApi, id: string, call: Call): Promise<Transaction | null> {
  try {
    return readTransaction(await api.get(transactionPath(id, 'status'), call));
  } catch (failure) {
    if (failure instanceof GatewayError && failure.details.unknownReference) return null;
    throw failure;
  }
}

/** A deleted link does not stop an account number that was handed out: what is pending is expired first. */
async function cancelLink(api: MidtransApi, reference: string, call: Call): Promise<void> {
  try {
    const link = readLink(await api.get(linkPath(reference), call));
    for (const transaction of await fetchTransactions(api, link, call)) {
      if (transaction.transaction_status.toLowerCase() === 'pending') await expire(api, transaction, call);
    }
    await api.remove(linkPath(reference), call);
  } catch (failure) {
    if (!(failure instanceof GatewayError && failure.details.unknownReference)) throw failure;
  }
}

/** 412: it was paid or ended in this moment. Reading the link tells which. */
async function expire(api: MidtransApi, transaction: Transaction, call: Call): Promise<void> {
  try {
    await api.post(transactionPath(transaction.transaction_id, 'expire'), {}, 'repeatable', call);
  } catch (failure) {
    if (!(failure instanceof GatewayError && failure.details.code === '412')) throw failure;
  }
}

async function refund(api: MidtransApi, request: RefundRequest, call: Call): Promise<GatewayRefund> {
  const amount = toRupiah(request.amount);
  if (amount <= 0) throw refused('A refund must be more than zero', 'Enter the amount to give back.');
  const payment = refundable(await fetchLink(api, request.reference, call), request);
  const body = { refund_key: request.refundReference, amount, reason: request.reason.slice(0, 255) };
  const answered = readRefunded(await api.post(transactionPath(payment.id, 'refund'), body, 'once', call));
  if (answered.status_code === '202') throw refused(answered.status_message || 'Refund denied', remedyOf(202));
  const id = answered.refund_chargeback_id || request.refundReference;
  return { id, reference: request.refundReference, amount: request.amount, status: 'pending' };
}

function refundable(link: GatewayLink, { paymentId }: RefundRequest): GatewayPayment {
  const received = ['paid', 'partially_refunded'];
  const payment = link.payments.find(
    ({ id, status }) => received.includes(status) && (paymentId === undefined || id === paymentId),
  );
  if (!payment) throw refused('There is no payment to give back', 'Read the link again: it may be refunded already.');
  return payment;
}

/** There is no address for it: a link that cannot exist answers 404 when the key is right, else 401. */
async function testConnection(account: GatewayAccount, api: MidtransApi, call: Call): Promise<string> {
  try {
    await api.get(linkPath(NOBODYS_REFERENCE), call);
  } catch (failure) {
    if (!(failure instanceof GatewayError && failure.details.unknownReference)) throw failure;
  }
  return `Midtrans accepts this ${account.environment} key.`;
}

function refused(message: string, remedy: string): GatewayError {
  return new GatewayError('rejected', message, { remedy });
}
