import { DAY_MS, MINUTE_MS } from '../../../system/clock';
import { defineError } from '../../../system/errors';
import { isMailAddress } from '../../../system/mail/header';
import { hasOddFraction, type Money } from '../../../system/money';
import { isLikeToken, isSlug, slugIn } from './pay_names';

/** Seconds a link may live. Providers allow a year. */
export const LIFETIME_SECONDS = { min: (5 * MINUTE_MS) / 1000, max: (365 * DAY_MS) / 1000 } as const;
/** Providers refuse longer descriptions. */
export const DESCRIPTION_MAX = 200;
/** As OpenCart writes them. One without texts of its own reads as English. */
const LANGUAGE = /^[a-z]{2}-[a-z]{2}$/;
const NAME_MAX = 128;
const EMAIL_MAX = 191;

/** Fields hold language keys of `sale/payment_link_form`. */
export const freeLinkWrong = defineError('free_link_wrong', 422, 'The link cannot be made like this.');

export interface FreeLinkTerms {
  readonly storeId: number;
  readonly amount: Money;
  /** What it is for; the customer and the provider read it. */
  readonly description: string;
  /** Empty: nobody is mailed. */
  readonly email: string;
  /** Empty where it is not known. */
  readonly name: string;
  /** `nl-nl`. */
  readonly language: string;
  /** Absent: as the provider's settings say. */
  readonly lifetimeSeconds?: number;
  /** Of an address that is easy to say, `/pay/<slug>`; absent or empty: none. */
  readonly slug?: string;
}

/** What is wrong, as language keys by field. */
export function checkFreeLink(
  terms: FreeLinkTerms,
  shop: { readonly storeIds: readonly number[] },
): Record<string, string> {
  return {
    ...checkAmount(terms.amount),
    ...wrong('description', terms.description.trim() === '', 'error_description_missing'),
    ...wrong('description', lengthOf(terms.description) > DESCRIPTION_MAX, 'error_description_long'),
    ...wrong('email', terms.email !== '' && !isAddress(terms.email), 'error_email'),
    ...wrong('name', lengthOf(terms.name) > NAME_MAX, 'error_too_long'),
    ...wrong('language', !LANGUAGE.test(terms.language), 'error_language'),
    ...wrong('store_id', !shop.storeIds.includes(terms.storeId), 'error_store'),
    ...checkLifetime(terms.lifetimeSeconds),
    ...checkSlug(slugIn(terms.slug)),
  };
}

function checkAmount(amount: Money): Record<string, string> {
  if (amount.minor <= 0) return { amount: 'error_amount' };
  return wrong('amount', hasOddFraction(amount), 'error_amount_whole');
}

function checkLifetime(seconds: number | undefined): Record<string, string> {
  if (seconds === undefined) return {};
  const { min, max } = LIFETIME_SECONDS;
  return wrong('lifetime', !Number.isSafeInteger(seconds) || seconds < min || seconds > max, 'error_lifetime');
}

function checkSlug(slug: string | null): Record<string, string> {
  if (slug === null) return {};
  return wrong('slug', !isSlug(slug), isLikeToken(slug) ? 'error_slug_token' : 'error_slug');
}

function isAddress(email: string): boolean {
  return email.length <= EMAIL_MAX && isMailAddress(email);
}

function wrong(field: string, isWrong: boolean, key: string): Record<string, string> {
  return isWrong ? { [field]: key } : {};
}

function lengthOf(text: string): number {
  return [...text].length;
}
