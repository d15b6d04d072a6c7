import type { TextsOf } from '../system/language';
import { pay as german } from './de-de/pay';
import { pay as english } from './en-gb/pay';
import { pay as spanish } from './es-es/pay';
import { pay as french } from './fr-fr/pay';
import { pay as indonesian } from './id-id/pay';
import { pay as italian } from './it-it/pay';
import { pay as dutch } from './nl-nl/pay';

/** Texts of the customer's pages. */
export type CustomerTexts = TextsOf<typeof english>;

interface Language {
  /** As its speakers call it. */
  readonly name: string;
  /** BCP 47. */
  readonly locale: string;
  readonly texts: CustomerTexts;
}

/** Every language that customers are spoken to in, in the order of the switch. */
export const CUSTOMER_LANGUAGES: Readonly<Record<string, Language>> = {
  'en-gb': { name: 'English', locale: 'en-GB', texts: english },
  'nl-nl': { name: 'Nederlands', locale: 'nl-NL', texts: dutch },
  'de-de': { name: 'Deutsch', locale: 'de-DE', texts: german },
  'fr-fr': { name: 'Français', locale: 'fr-FR', texts: french },
  'es-es': { name: 'Español', locale: 'es-ES', texts: spanish },
  'it-it': { name: 'Italiano', locale: 'it-IT', texts: italian },
  'id-id': { name: 'Bahasa Indonesia', locale: 'id-ID', texts: indonesian },
};

export interface CustomerLanguage extends Language {
  /** OpenCart's: `nl-nl`. */
  readonly code: string;
}

/** By OpenCart's code or a browser's, the region forgiven (`nl`, `nl-be`); null when nobody here speaks it. */
export function findLanguage(wanted: string): CustomerLanguage | null {
  const lower = wanted.toLowerCase().replace('_', '-');
  const codes = Object.keys(CUSTOMER_LANGUAGES);
  const code = codes.find((one) => one === lower) ?? codes.find((one) => one.slice(0, 2) === lower.split('-')[0]);
  const language = code === undefined ? undefined : CUSTOMER_LANGUAGES[code];
  return code === undefined || language === undefined ? null : { code, ...language };
}

/** The first of several wishes that can be met; English when none can. */
export function chooseLanguage(...wanted: readonly (string | null | undefined)[]): CustomerLanguage {
  for (const wish of wanted) {
    const found = wish ? findLanguage(wish) : null;
    if (found) return found;
  }
  return { code: 'en-gb', name: 'English', locale: 'en-GB', texts: english };
}
