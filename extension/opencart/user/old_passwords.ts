import { createHash, timingSafeEqual } from 'node:crypto';
import { escapeText } from '../escaping';
import { passwordMatches } from './passwords';
import type { ShopDialect } from '../dialect';

export interface StoredPassword {
  readonly hash: string;
  /** Empty where the shop has no such column. */
  readonly salt: string;
}

/** Nobody's: an unknown name takes as long as a wrong password. */
const NOBODY: StoredPassword = { hash: '$2y$10$abcdefghijklmnopqrstuuAf31H0MOMwmzoTqs3YHUZbQoHIS3JOK', salt: '' };

/**
 * As the shop's own program of that version compares. 3.x: SHA-1 three times over with a salt, or MD5, of the
 * password escaped as PHP escapes what is posted; 3.0.5 also trims it. 4.x: bcrypt, or the older two, of the
 * trimmed password itself. Stored hashes are never renewed: a 3.0 shop could not read a new one.
 */
export async function shopPasswordMatches(
  dialect: Pick<ShopDialect, 'name'>,
  typed: string,
  stored: StoredPassword | null,
): Promise<boolean> {
  const { hash, salt } = stored ?? NOBODY;
  if (dialect.name.startsWith('3.')) {
    const posted = escapeText(typed);
    return matchesOld(dialect.name === '3.0.5' ? phpTrim(posted) : posted, hash, salt);
  }
  const plain = phpTrim(typed);
  const modern = await passwordMatches(plain, hash);
  return modern || matchesOld(plain, hash, salt);
}

function matchesOld(password: string, hash: string, salt: string): boolean {
  const chained = sha1(salt + sha1(salt + sha1(password)));
  const [byChain, byMd5] = [same(chained, hash), same(md5(password), hash)];
  return byChain || byMd5;
}

function phpTrim(text: string): string {
  return text.replace(/^[ \t\n\r\0\v]+|[ \t\n\r\0\v]+$/g, '');
}

const sha1 = (text: string): string => createHash('sha1').update(text).digest('hex');
const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

function same(ours: string, stored: string): boolean {
  const [a, b] = [Buffer.from(ours), Buffer.from(stored)];
  return a.length === b.length && timingSafeEqual(a, b);
}
