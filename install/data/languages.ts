/** The languages of the embedded shop; ids count from 1 in this order. Names elsewhere follow it. */
export const LANGUAGES = [
  { code: 'en-gb', name: 'English', locale: 'en-gb,en' },
  { code: 'nl-nl', name: 'Nederlands', locale: 'nl-nl,nl' },
  { code: 'de-de', name: 'Deutsch', locale: 'de-de,de' },
  { code: 'fr-fr', name: 'Français', locale: 'fr-fr,fr' },
  { code: 'es-es', name: 'Español', locale: 'es-es,es' },
  { code: 'it-it', name: 'Italiano', locale: 'it-it,it' },
  { code: 'id-id', name: 'Bahasa Indonesia', locale: 'id-id,id' },
] as const;

/** A text in each language, in the order of `LANGUAGES`. */
export type InEachLanguage = readonly [string, string, string, string, string, string, string];

/** Language id → text. */
export function byLanguage(texts: InEachLanguage): Record<number, string> {
  return Object.fromEntries(texts.map((text, index) => [index + 1, text]));
}
