import { REMEDIES as MIDTRANS, OTHERWISE as MIDTRANS_OTHERWISE } from '../../extension/midtrans/remedies';
import { OTHERWISE, REMEDIES } from '../../extension/multisafepay/remedies';
import { SAYS } from '../../extension/opencart/pricing/problems';
import { ADMIN_LANGUAGES, textsIn } from '../../language';
import { inLanguage, refusalInLanguage } from '../../language/sentences';
import { forbidden } from '../../system/errors';
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

describe('a refusal in another language', () => {
  const page = 'Jobs it is given to your group, Night shift';
  const values = { permission: 'tool/job', who: 'Ann', page, group: 'Day shift' };
  const { code, message, details } = forbidden({ values });
  const refusal = { code, message, remedy: details.remedy ?? null, values };

  test('is looked up by its code, so that no value is taken for a part of the sentence', () => {
    expect(refusalInLanguage('nl-nl', refusal).remedy).toContain(page);
    expect(inLanguage('nl-nl', refusal.remedy ?? '')).not.toContain(page);
  });

  test('with words of its own for this case keeps them; what nobody knows by code is found by its sentence', () => {
    const own = { ...refusal, remedy: 'Use fewer points.' };
    expect(refusalInLanguage('nl-nl', own).remedy).toBe('Gebruik minder punten.');
    const strange = { code: 'of_a_newer_version', message: 'Use fewer points.', remedy: null };
    expect(refusalInLanguage('nl-nl', strange)).toEqual({ message: 'Gebruik minder punten.', remedy: null });
  });

  test('a value that is a sentence is said in that language too', () => {
    const reason = 'This payment link is paid.';
    const held = { code: 'link_not_due', message: `No link was made. ${reason}`, remedy: null, values: { reason } };
    expect(refusalInLanguage('nl-nl', held).message).toContain('Deze betaallink is betaald.');
  });

  test('English stays English', () => {
    expect(refusalInLanguage('en-gb', refusal)).toEqual({ message: refusal.message, remedy: refusal.remedy });
  });
});
