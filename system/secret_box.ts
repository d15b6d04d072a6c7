import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { defineError } from './errors';

/** 256 bits, derived from APP_KEY: never APP_KEY itself, which also signs tokens. */
export type SecretKey = Buffer & { readonly secretKey?: never };

export const secretUnreadable = defineError(
  'secret_unreadable',
  500,
  'A stored secret cannot be read with this APP_KEY.',
  'Start with the APP_KEY the secret was saved with, or enter the secret again on its settings page.',
);

const MARK = 'box1:';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export function deriveSecretKey(appKey: string): SecretKey {
  return Buffer.from(hkdfSync('sha256', appKey, 'payment-links', 'stored secrets 1', 32));
}

/** AES-256-GCM under a fresh nonce: the same text boxes differently each time. */
export function encrypt(key: SecretKey, plain: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return MARK + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
}

/** @throws AppError `secret_unreadable` when the text was boxed with another key, or was changed. */
export function decrypt(key: SecretKey, boxed: string): string {
  const bytes = Buffer.from(boxed.slice(MARK.length), 'base64url');
  if (!isBoxed(boxed) || bytes.length < NONCE_BYTES + TAG_BYTES) throw secretUnreadable();
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  try {
    return decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  } catch (cause) {
    throw secretUnreadable({ cause });
  }
}

/** Tells a boxed text from one that somebody wrote into the table by hand. */
export function isBoxed(text: string): boolean {
  return text.startsWith(MARK);
}
