import { paymentLink as english } from '../../language/en-gb/extension/payment_link';
import { paymentLink as dutch } from '../../language/nl-nl/extension/payment_link';
import { fill, type TextsOf } from '../../system/language';

export type PaymentLinkTexts = TextsOf<typeof english>;

const LANGUAGES: Readonly<Record<string, PaymentLinkTexts>> = { 'en-gb': english, 'nl-nl': dutch };

/** One sentence in an order's language; English where there are no texts of that language. */
export function sentence(
  language: string,
  key: keyof PaymentLinkTexts,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return fill((LANGUAGES[language.toLowerCase()] ?? english)[key], values);
}

/** "nl-nl" → "nl-NL", as Intl wants it. A code Intl does not know reads as British English. */
export function localeOf(language: string): string {
  try {
    return Intl.getCanonicalLocales(language.replace('_', '-'))[0] ?? 'en-GB';
  } catch {
    return 'en-GB';
  }
}
