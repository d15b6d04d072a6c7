import { MAIL_LANGUAGES } from '../../../language/mail_texts';
import { shareText } from '../../../language/share';
import { CUSTOMER_LANGUAGES, chooseLanguage, findLanguage, type CustomerTexts } from '../../../language/customer';

const english = chooseLanguage('en-gb').texts;
const keys = Object.keys(english) as (keyof CustomerTexts)[];
const names = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
const others = Object.entries(CUSTOMER_LANGUAGES).filter(([code]) => code !== 'en-gb');

describe.each(others)('the texts of customers’ pages in %s', (_code, { texts }) => {
  test('are translated: at most a tenth reads as in English', () => {
    const same = keys.filter(
      (key) => texts[key] === english[key] && /[a-z]{3}/.test(texts[key].replace(/\{\w+\}/g, '')),
    );
    expect(same.length).toBeLessThanOrEqual(keys.length / 10);
  });

  test('have the same keys, none empty, each with the place-holders of the English one', () => {
    expect(Object.keys(texts).sort()).toEqual([...keys].sort());
    for (const key of keys) {
      expect(texts[key].trim()).not.toBe('');
      expect([key, names(texts[key])]).toEqual([key, names(english[key])]);
    }
  });
});

test('a language is found by a shop’s code, a browser’s, or without its region', () => {
  expect(findLanguage('nl-nl')?.name).toBe('Nederlands');
  expect(findLanguage('nl-BE')?.code).toBe('nl-nl');
  expect(findLanguage('DE')?.code).toBe('de-de');
  expect(findLanguage('id_ID')?.code).toBe('id-id');
  for (const none of ['', 'xx', '*', '__proto__', 'constructor']) expect(findLanguage(none)).toBeNull();
});

test('the first wish that can be met is met, else English', () => {
  expect(chooseLanguage(null, 'tlh', 'fr-fr', 'de').code).toBe('fr-fr');
  expect(chooseLanguage('tlh', undefined).code).toBe('en-gb');
});

/** Customers are "u", "Sie", "vous", "usted", "lei" (in lower case) and "Anda": none of these words. */
const OTHER_ADDRESS: Readonly<Record<string, string>> = {
  'nl-nl': 'je|jij|jou|jouw|jullie',
  'de-de': 'du|dein\\p{L}*|dir|dich|ihr|euch|euer|eure',
  'fr-fr': 'tu|toi|ton|ta|tes',
  'es-es': 'tú|tu|tus|vosotros|vuestr\\p{L}*',
  'it-it': 'tu|tuo|tua|tuoi|Suo|Sua|Suoi|Sue',
  'id-id': 'kamu|kau|anda',
};

describe.each(Object.keys(CUSTOMER_LANGUAGES))(
  'everything customers read in %s is set as its readers print it',
  (code) => {
    const texts = [
      ...Object.values(chooseLanguage(code).texts),
      ...Object.values(MAIL_LANGUAGES[code] ?? {}),
      shareText(code),
    ];
    const offending = (wrong: RegExp): string[] => texts.filter((text) => wrong.test(text));

    test('with curly apostrophes and quotes, one-character ellipses, no double space and no stray space', () => {
      expect(offending(/['"`]|\.\.\.| {2}|^\s|\s$/)).toEqual([]);
      expect(offending(/\u00a0(?![;:?!»])|(?<!«)\u00a0(?=\p{L})/u)).toEqual([]);
    });

    test('with the space before double punctuation that French has, unbreakable, and no other language', () => {
      expect(offending(/ [;:?!»]|« /)).toEqual([]);
      if (code === 'fr-fr') expect(offending(/[^\u00a0/\s][;:?!](?!\/)/)).toEqual([]);
      else expect(offending(/\u00a0/)).toEqual([]);
    });

    test('in one form of address throughout', () => {
      const other = OTHER_ADDRESS[code];
      if (other) expect(offending(new RegExp(`(?<!\\p{L})(${other})(?!\\p{L})`, 'u'))).toEqual([]);
    });
  },
);
