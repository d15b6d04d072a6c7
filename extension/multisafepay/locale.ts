/** The locales that MultiSafepay documents. Any other silently becomes en_US there, so the choice is made here. */
const BY_LANGUAGE: Readonly<Record<string, string>> = {
  cs: 'cs_CZ',
  da: 'da_DK',
  de: 'de_DE',
  en: 'en_US',
  es: 'es_ES',
  fi: 'fi_FI',
  fr: 'fr_FR',
  it: 'it_IT',
  nl: 'nl_NL',
  pl: 'pl_PL',
  pt: 'pt_PT',
  sv: 'sv_SE',
  zh: 'zh_CN',
};
const REGIONAL = new Set(['de_AT', 'fr_BE', 'nl_BE']);

/**
 * @param language OpenCart's code: `en-gb`, `nl-be`, `nl`.
 * @param country The buyer's, ISO 3166-1 alpha-2; decides the region where the code names none.
 */
export function localeOf(language: string, country: string): string {
  const [tongue = '', region = ''] = language.toLowerCase().split(/[-_]/);
  const regional = `${tongue}_${(region || country).toUpperCase()}`;
  return REGIONAL.has(regional) ? regional : (BY_LANGUAGE[tongue] ?? 'en_US');
}

/** Language of the API's own texts, which people read in the admin. */
export const API_LOCALE = 'en_US';
