import { compare, hash } from 'bcryptjs';
import { createHash } from 'node:crypto';

/** What PHP's password_hash takes by default, so that OpenCart reads the hashes without wanting to renew them. */
const COST = 10;
/** bcrypt sees no more. */
const PASSWORD_BYTES_MAX = 72;
const PASSWORD_LENGTH_MIN = 8;

/** In PHP's spelling, `$2y$`, of the same algorithm as `$2b$`. About 60 ms: not inside a transaction. */
export async function hashPassword(plain: string): Promise<string> {
  return (await hash(plain, COST)).replace(/^\$2[ab]\$/, '$2y$');
}

/** Also false for a stored text that is no bcrypt hash. */
export async function passwordMatches(plain: string, stored: string): Promise<boolean> {
  if (!/^\$2[aby]\$\d\d\$[./A-Za-z0-9]{53}$/.test(stored)) return false;
  return compare(plain, stored.replace(/^\$2y\$/, '$2b$'));
}

/** Names a stored password: another one, or the same set anew, has another name. */
export function credentialOf(stored: string): string {
  return createHash('sha256').update(`credential\n${stored}`).digest('base64url').slice(0, 22);
}

export function isUsablePassword(plain: string): boolean {
  return [...plain].length >= PASSWORD_LENGTH_MIN && Buffer.byteLength(plain) <= PASSWORD_BYTES_MAX;
}
