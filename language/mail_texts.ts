import type { TextsOf } from '../system/language';
import { mail as german } from './de-de/mail';
import { mail as english } from './en-gb/mail';
import { mail as spanish } from './es-es/mail';
import { mail as french } from './fr-fr/mail';
import { mail as indonesian } from './id-id/mail';
import { mail as italian } from './it-it/mail';
import { mail as dutch } from './nl-nl/mail';

export type MailTexts = TextsOf<typeof english>;

/** Languages that customers are written to in. */
export const MAIL_LANGUAGES: Readonly<Record<string, MailTexts>> = {
  'en-gb': english,
  'nl-nl': dutch,
  'de-de': german,
  'fr-fr': french,
  'es-es': spanish,
  'it-it': italian,
  'id-id': indonesian,
};

/** By OpenCart's code, the region forgiven (`nl`, `nl-be`); a language without texts reads as English. */
export function mailTextsIn(language: string): { readonly texts: MailTexts; readonly locale: string } {
  const wanted = language.toLowerCase().replace('_', '-');
  const code = MAIL_LANGUAGES[wanted]
    ? wanted
    : Object.keys(MAIL_LANGUAGES).find((one) => one.slice(0, 2) === wanted.slice(0, 2));
  const known = code ?? 'en-gb';
  return { texts: MAIL_LANGUAGES[known] ?? english, locale: localeOf(code === undefined ? known : wanted) };
}

/** BCP 47 of an OpenCart code: `nl-nl` → `nl-NL`. */
function localeOf(code: string): string {
  try {
    return Intl.getCanonicalLocales(code)[0] ?? 'en-GB';
  } catch {
    return 'en-GB';
  }
}
