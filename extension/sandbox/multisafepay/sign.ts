import { createHmac } from 'node:crypto';

/** The `Auth` header of a notification: base64 of `timestamp:hex`, an HMAC-SHA512 over `timestamp:body`. */
export function authHeader(apiKey: string, timestampSeconds: number, body: string): string {
  const signature = createHmac('sha512', apiKey.trim()).update(`${timestampSeconds}:${body}`).digest('hex');
  return Buffer.from(`${timestampSeconds}:${signature}`).toString('base64');
}
