import { REMEDIES as MIDTRANS, OTHERWISE as MIDTRANS_OTHERWISE } from '../../extension/midtrans/remedies';
import { OTHERWISE, REMEDIES } from '../../extension/multisafepay/remedies';
import { SAYS } from '../../extension/opencart/pricing/problems';
import { ADMIN_LANGUAGES, textsIn } from '../../language';
import { inLanguage } from '../../language/sentences';
import { REMEDY } from '../../system/mail/smtp_errors';
import { definedErrors } from '../support/error_docs';
import { sources } from '../support/sources';

/** What ends a start is said in a terminal, before anybody has a language. */
const STARTS = ['system/http/server.ts', 'system/config.ts'];
/** What people of the admin may be told; the command line, a start and the API speak English. */
const product = sources(['.ts'], ['system', 'extension', 'admin']).filter(({ file }) => !STARTS.includes(file));
const english = textsIn('en-gb');
const others = ADMIN_LANGUAGES.filter(({ code }) => code !== 'en-gb').map(({ code }) => code);

const errors = definedErrors(product);
const problems = Object.values(SAYS).map((says) =>
  typeof says === 'string' ? says : (says as (...values: unknown[]) => string)('Blue', 3),
);
const helps = [...Object.values(REMEDIES), OTHERWISE, ...Object.values(MIDTRANS), MIDTRANS_OTHERWISE];

test('every error that the code defines is a text of every language of the admin, word for word in English', () => {
  const words = errors.flatMap(({ code, message, remedy }) => [
    [code, message],
    ...(remedy === '' ? [] : [[`${code}_remedy`, remedy]]),
  ]);
  expect({ ...english['sentence/refused'] }).toEqual(Object.fromEntries(words));
});

test.each(others)('what is wrong with an order and what helps is said in %s', (language) => {
  const said = [...problems, ...helps, ...Object.values(REMEDY)];
  expect(said.filter((sentence) => inLanguage(language, sentence) === sentence)).toEqual([]);
});

test('no text is about a sentence that the code does not say', () => {
  const code = product.map(({ text }) => text.replace(/\\(['"])/g, '$1'));
  const texts = [...Object.values(english['sentence/order_refused']), ...Object.values(english['sentence/remedies'])];
  const partsOf = (text: string) => text.split(/\{\w+\}/).filter((part) => part.trim() !== '');
  const stale = texts.filter((text) => !code.some((file) => partsOf(text).every((part) => file.includes(part))));
  expect(stale).toEqual([]);
});

describe('a sentence in another language', () => {
  test('keeps its values', () => {
    expect(inLanguage('nl-nl', 'The coupon {SPRING} cannot be used any more.')).toBe(
      'De coupon {SPRING} kan niet meer worden gebruikt.',
    );
    expect(inLanguage('nl-nl', 'Mug (blue) is sold from 3 pieces on.')).toBe(
      'Mug (blue) wordt verkocht vanaf 3 stuks.',
    );
  });

  test('is looked for line by line, and a provider’s own words stay as they are', () => {
    const said = 'Invalid amount (1001)\nUse fewer points.';
    expect(inLanguage('nl-nl', said)).toBe('Invalid amount (1001)\nGebruik minder punten.');
  });

  test('English stays English', () => {
    expect(inLanguage('en-gb', 'Use fewer points.')).toBe('Use fewer points.');
    expect(inLanguage('tlh', 'Use fewer points.')).toBe('Use fewer points.');
  });
});
