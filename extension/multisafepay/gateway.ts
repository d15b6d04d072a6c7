import {
  GatewayError,
  type Call,
  type CreatedLink,
  type GatewayAccount,
  type GatewayPayment,
  type GatewayRefund,
  type LinkRequest,
  type PaymentGateway,
  type RefundRequest,
} from '../payment_link/gateway';
import { orderPath, type MultisafepayApi } from './api';
import { methodsOf } from './methods';
import { paymentTold, readNotification } from './notification';
import { readCreated, readOrder, readRefunded } from './order_shape';
import { orderBody } from './translate';
import { linkOf } from './translate_order';
import { refundBody } from './translate_refund';

export const CODE = 'multisafepay';

/** MultiSafepay's JSON API behind the port, on one account. */
export function createGateway(account: GatewayAccount, api: MultisafepayApi): Required<PaymentGateway> {
  return {
    code: CODE,
    createLink: (request, call) => createLink(api, request, call),
    fetchLink: async (reference, call) => linkOf(reference, await fetchOrder(api, reference, reference, call)),
    paymentTold,
    fetchPayment: (reference, paymentId, call) => fetchPayment(api, reference, paymentId, call),
    cancelLink: (reference, call) => cancelLink(api, reference, call),
    refund: (request, call) => refund(api, request, call),
    async reportShipped(reference, shipment, call) {
      const { trackingCode, carrier } = shipment;
      const code = trackingCode === '' ? {} : { tracktrace_code: trackingCode };
      const by = carrier === '' ? {} : { carrier };
      await api.patch(orderPath(reference), { status: 'shipped', ...code, ...by }, call);
    },
    async reportInvoiced(reference, invoiceId, call) {
      await api.patch(orderPath(reference), { invoice_id: invoiceId.slice(0, 50) }, call);
    },
    listMethods: async (call) => methodsOf(await api.get('/payment-methods?include_coupons=1', call)),
    async testConnection(call) {
      const methods = methodsOf(await api.get('/payment-methods', call));
      return `MultiSafepay accepts this ${account.environment} key: ${methods.length} payment methods are active.`;
    },
    readNotification: (raw) => readNotification(raw, account.apiKey),
  };
}

async function createLink(api: MultisafepayApi, request: LinkRequest, call: Call): Promise<CreatedLink> {
  const created = readCreated(await api.post('/orders', orderBody(request), 'creates', call));
  if (!/^https?:$/.test(protocolOf(created.payment_url))) {
    throw new GatewayError('unknown', 'MultiSafepay answered without a payment address');
  }
  return { url: created.payment_url, sessionId: created.session_id || null };
}

function protocolOf(url: string): string {
  return URL.canParse(url) ? new URL(url).protocol : '';
}

/** @param id Our reference, or the provider's id of one of its payments. */
async function fetchOrder(api: MultisafepayApi, id: string, reference: string, call: Call): Promise<unknown> {
  const data = await api.get(orderPath(id), call);
  const { order_id: answered } = readOrder(data);
  if (answered === '' || answered === reference) return data;
  throw new GatewayError('unavailable', `MultiSafepay answered about order ${answered} instead of ${reference}`);
}

/**
 * An order answers with its decisive attempt alone, so that of two payments between two reads one would never be seen.
 * Each is told by a notification of its own, and the API reads an attempt by its id. What stays unknown: a second
 * payment whose notifications were all lost; only the provider's own books show it then.
 */
async function fetchPayment(
  api: MultisafepayApi,
  reference: string,
  paymentId: string,
  call: Call,
): Promise<GatewayPayment | null> {
  try {
    const { payments } = linkOf(reference, await fetchOrder(api, paymentId, reference, call));
    return payments.find(({ id }) => id === paymentId) ?? null;
  } catch (failure) {
    if (failure instanceof GatewayError && failure.details.unknownReference) return null;
    throw failure;
  }
}

/** With `exclude_order`, or reminder mails go on. A reference that was never known there cannot be paid either. */
async function cancelLink(api: MultisafepayApi, reference: string, call: Call): Promise<void> {
  try {
    await api.patch(orderPath(reference), { status: 'cancelled', exclude_order: true }, call);
  } catch (failure) {
    if (!(failure instanceof GatewayError && failure.details.unknownReference)) throw failure;
  }
}

/** Reads the order first: which form the refund takes depends on the method that was really used. */
async function refund(api: MultisafepayApi, request: RefundRequest, call: Call): Promise<GatewayRefund> {
  const refunded = request.paymentId ?? request.reference;
  const order = readOrder(await fetchOrder(api, refunded, request.reference, call));
  const path = `${orderPath(refunded)}/refunds`;
  const answered = readRefunded(await api.post(path, refundBody(request, order), 'once', call));
  const id = answered.refund_id || answered.transaction_id;
  if (id === '') throw new GatewayError('unknown', 'MultiSafepay answered the refund without a number');
  return { id, reference: request.refundReference, amount: request.amount, status: 'pending' };
}
