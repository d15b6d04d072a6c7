import type { TextsOf } from '../system/language';
import { english } from './en-gb';
import { dutch } from './nl-nl';

/** Every language file by its route; see `en-gb/index.ts`. */
export type TextFiles = TextsOf<typeof english>;

export interface AdminLanguage {
  readonly code: string;
  /** In the language itself. */
  readonly name: string;
  /** BCP 47. */
  readonly locale: string;
}

/** The first one is what everybody gets who has not chosen. */
export const ADMIN_LANGUAGES: readonly [AdminLanguage, ...AdminLanguage[]] = [
  { code: 'en-gb', name: 'English', locale: 'en-GB' },
  { code: 'nl-nl', name: 'Nederlands', locale: 'nl-NL' },
];

/** Languages of the admin. Customers' pages and mails have more, each with a list of its own. */
const admin: Readonly<Record<string, TextFiles>> = { 'en-gb': english, 'nl-nl': dutch };

/** Falls back to English, as the list above says. */
export function textsIn(language: string): TextFiles {
  return admin[language] ?? english;
}
