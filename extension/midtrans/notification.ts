import type { z } from 'zod';
import { objectOf, text } from '../../system/lenient';
import { NotificationRejected, type NotificationHint, type RawNotification } from '../payment_link/gateway';
import { isSigned } from './sign';

const shape = objectOf({
  order_id: text,
  status_code: text,
  gross_amount: text,
  signature_key: text,
  transaction_status: text,
});

/** A transaction's order id is the link's, a dash and thirteen digits of milliseconds. */
const SUFFIX = /-\d{13}$/;

/**
 * The signature covers neither the status nor a time: a body can be edited and replayed. It names the link to read,
 * and nothing more.
 */
export function readNotification(raw: RawNotification, serverKey: string): NotificationHint {
  if (raw.method !== 'POST') throw new NotificationRejected('only POST is announced by Midtrans');
  const body = shape.parse(bodyOf(raw));
  if (!spellings(body.gross_amount).some((grossAmount) => signedBy(body, grossAmount, serverKey))) {
    throw new NotificationRejected('signature wrong');
  }
  const reference = body.order_id.replace(SUFFIX, '');
  if (reference === '') throw new NotificationRejected('the body names no order');
  return {
    reference,
    signed: true,
    ignorable: false,
    providerStatus: body.transaction_status.toLowerCase() || null,
  };
}

function signedBy(body: z.infer<typeof shape>, grossAmount: string, serverKey: string): boolean {
  const members = { orderId: body.order_id, statusCode: body.status_code, grossAmount };
  return isSigned(members, body.signature_key, serverKey);
}

/** An amount that came as a JSON number has lost the decimals that were signed. */
function spellings(grossAmount: string): string[] {
  return /^\d+$/.test(grossAmount) ? [grossAmount, `${grossAmount}.00`] : [grossAmount];
}

function bodyOf(raw: RawNotification): unknown {
  try {
    return JSON.parse(raw.body.toString('utf8'));
  } catch {
    throw new NotificationRejected('the body is no JSON');
  }
}
