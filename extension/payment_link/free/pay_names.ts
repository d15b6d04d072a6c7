import { randomBytes } from 'node:crypto';

/** What stands after `/pay/`: a token, or the slug that staff chose for a link without an order. */
const TOKEN = /^[\w-]{21}[AQgw]$/;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const SLUG_LENGTH = { min: 3, max: 64 } as const;

/** 128 random bits, as text for an address. */
export function newToken(): string {
  return randomBytes(16).toString('base64url');
}

/** The last of 22 characters holds two bits only, so few words have this form. */
export function isToken(name: string): boolean {
  return TOKEN.test(name);
}

/** Some way of writing it, in capitals or not, has a token's form. */
export function isLikeToken(slug: string): boolean {
  return isToken(slug) || isToken(slug.toUpperCase());
}

/** As it is kept: case does not tell two apart. Null where none was wished. */
export function slugIn(typed: string | undefined): string | null {
  return typed?.trim().toLowerCase() || null;
}

export function isSlug(name: string): boolean {
  return name.length >= SLUG_LENGTH.min && name.length <= SLUG_LENGTH.max && SLUG.test(name) && !isLikeToken(name);
}
