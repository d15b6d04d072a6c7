import { pay as english } from './en-gb/pay';

/** Texts of the customer's pages, in every language a customer may have. */
export type CustomerTexts = { readonly [Key in keyof typeof english]: string };

const LANGUAGES: Readonly<Record<string, { name: string; locale: string; texts: CustomerTexts }>> = {
  'en-gb': { name: 'English', locale: 'en-GB', texts: english },
};

export interface CustomerLanguage {
  readonly code: string;
  /** BCP 47. */
  readonly locale: string;
  readonly texts: CustomerTexts;
  readonly names: readonly { readonly code: string; readonly name: string }[];
}

/** Falls back to English. */
export function textsFor(language: string): CustomerLanguage {
  const code = language in LANGUAGES ? language : 'en-gb';
  const { locale, texts } = LANGUAGES[code] ?? { locale: 'en-GB', texts: english };
  return { code, locale, texts, names: Object.entries(LANGUAGES).map(([one, { name }]) => ({ code: one, name })) };
}
