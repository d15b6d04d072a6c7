import { createHash, timingSafeEqual } from 'node:crypto';

/** The signed members as the notification wrote them: "190000.00" and "190000" are not the same. */
export interface SignedMembers {
  readonly orderId: string;
  readonly statusCode: string;
  readonly grossAmount: string;
}

/** Lower-case hex SHA-512 of order id, status code, amount and Server Key. It does not cover the status. */
export function signatureOf({ orderId, statusCode, grossAmount }: SignedMembers, serverKey: string): string {
  return createHash('sha512').update(`${orderId}${statusCode}${grossAmount}${serverKey.trim()}`).digest('hex');
}

export function isSigned(members: SignedMembers, signature: string, serverKey: string): boolean {
  if (!/^[0-9a-f]{128}$/i.test(signature)) return false;
  return timingSafeEqual(Buffer.from(signature, 'hex'), Buffer.from(signatureOf(members, serverKey), 'hex'));
}
