import { NotificationRejected, type NotificationHint, type RawNotification } from '../payment_link/gateway';
import { readOrder } from './order_shape';
import { parseExact } from './exact_json';
import { faultOfSignature } from './sign';
import { linkStatusOf, spelledRight } from './statuses';

const REFERENCE_LENGTH_MAX = 50;

/**
 * A POST is signed over its raw bytes; a GET carries no signature and asks for one read. A call without a timestamp
 * and one about a pre-transaction (page opened, nothing chosen; or left, after which it can be opened again) announce
 * nothing, except that the link's life is over.
 */
export function readNotification(raw: RawNotification, apiKey: string): NotificationHint {
  const asked = referenceIn(raw);
  if (raw.method === 'GET') {
    if (asked === '') throw new NotificationRejected('no transactionid');
    return { reference: asked, signed: false, ignorable: isIgnorable(raw, ''), providerStatus: null };
  }
  const fault = faultOfSignature(apiKey, raw.headers['auth'], raw.body, raw.receivedAt);
  if (fault) throw new NotificationRejected(`signature ${fault}`);
  const order = readOrder(bodyOf(raw));
  const ignorable = isIgnorable(raw, order.status);
  const reference = order.order_id || (ignorable ? asked : '');
  if (reference === '') throw new NotificationRejected('the body names no order');
  if (asked !== '' && asked !== reference) throw new NotificationRejected('the body is about another order');
  return { reference, signed: true, ignorable, providerStatus: order.status || null };
}

/** The transaction that the body of a verified notification says was paid; null when it tells of none. */
export function paymentTold(body: string): string | null {
  try {
    const order = readOrder(parseExact(body));
    return linkStatusOf(order.status) === 'paid' && order.transaction_id !== '' ? order.transaction_id : null;
  } catch {
    return null;
  }
}

function bodyOf(raw: RawNotification): unknown {
  try {
    return parseExact(raw.body.toString('utf8'));
  } catch {
    throw new NotificationRejected('the body is no JSON');
  }
}

function referenceIn(raw: RawNotification): string {
  const reference = raw.query['transactionid'] ?? '';
  if (reference.length > REFERENCE_LENGTH_MAX) throw new NotificationRejected('transactionid is too long');
  return reference;
}

function isIgnorable({ query }: RawNotification, status: string): boolean {
  if (!query['timestamp']) return true;
  return query['payload_type'] === 'pretransaction' && spelledRight(status) !== 'expired';
}
