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
