import type { TextsOf } from '../system/language';
import { english } from './en-gb';
import { dutch } from './nl-nl';

/** Every language file by its route; see `en-gb/index.ts`. */
export type TextFiles = TextsOf<typeof english>;

/** Languages of the admin. Customers' pages and mails have more, each with a list of its own. */
const admin: Readonly<Record<string, TextFiles>> = { 'en-gb': english, 'nl-nl': dutch };

/** Falls back to English, as the list above says. */
export function textsIn(language: string): TextFiles {
  return admin[language] ?? english;
}
