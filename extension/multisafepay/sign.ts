import { createHmac, timingSafeEqual } from 'node:crypto';
import { SECOND_MS } from '../../system/clock';

/** A notification older than this is a replay; the provider signs each resending anew. */
const PAST_MAX_SECONDS = 600;
/** How far its clock may be ahead of ours. */
const FUTURE_MAX_SECONDS = 120;

/** The `Auth` header: base64 of `timestamp:hex`, an HMAC-SHA512 of `timestamp:body` under the trimmed API key. */
export function signNotification(apiKey: string, timestampSeconds: number, body: Buffer | string): string {
  const timestamp = String(timestampSeconds);
  return Buffer.from(`${timestamp}:${hmac(apiKey, timestamp, body).toString('hex')}`).toString('base64');
}

/** What is wrong with the header, in a few words; null when the provider signed exactly these bytes just now. */
export function faultOfSignature(
  apiKey: string,
  auth: string | undefined,
  body: Buffer,
  nowMs: number,
): 'missing' | 'malformed' | 'wrong' | 'too old' | 'from the future' | null {
  if (auth === undefined || auth.trim() === '') return 'missing';
  const parts = /^(\d{1,12}):([0-9a-f]{128})$/i.exec(Buffer.from(auth, 'base64').toString('latin1'));
  if (!parts) return 'malformed';
  const [, timestamp = '', signature = ''] = parts;
  if (!timingSafeEqual(Buffer.from(signature, 'hex'), hmac(apiKey, timestamp, body))) return 'wrong';
  const ageSeconds = nowMs / SECOND_MS - Number(timestamp);
  if (ageSeconds > PAST_MAX_SECONDS) return 'too old';
  return ageSeconds < -FUTURE_MAX_SECONDS ? 'from the future' : null;
}

function hmac(apiKey: string, timestamp: string, body: Buffer | string): Buffer {
  return createHmac('sha512', apiKey.trim()).update(`${timestamp}:`).update(body).digest();
}
