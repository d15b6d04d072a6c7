import { MAIL_LANGUAGES, type MailTexts } from '../../../language/mail_texts';

const english = MAIL_LANGUAGES['en-gb'] as MailTexts;
const others = Object.entries(MAIL_LANGUAGES).filter(([code]) => code !== 'en-gb');
const names = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

describe.each(others)('the texts of mails in %s', (_code, texts) => {
  const keys = Object.keys(english) as (keyof MailTexts)[];

  test('are translated: at most a tenth reads as in English', () => {
    const same = keys.filter((key) => texts[key] === english[key] && !/^\W*\{shop\} - \w+ \{order\}$/.test(texts[key]));
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
