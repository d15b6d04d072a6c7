import { createHash } from 'node:crypto';

/** SHA-512 over the four texts as sent, without separators. It does not cover the status. */
export function signatureKey(orderId: string, statusCode: string, grossAmount: string, serverKey: string): string {
  return createHash('sha512').update(`${orderId}${statusCode}${grossAmount}${serverKey}`).digest('hex');
}
