import { join } from 'node:path';
import { sources } from '../support/sources';

const ROOT = join(__dirname, '..', '..');
/** Held to the code sentence by sentence in sentences.test.ts. */
const SENTENCES = 'language/en-gb/sentence/';

const english = sources(['.ts'], ['language']).filter(({ file }) => file.startsWith('language/en-gb/'));
const code = [
  ...sources(['.ts', '.ejs', '.js'], ['system', 'extension', 'admin', 'catalog', 'install']),
  ...sources(['.ts'], ['language']).filter(({ file }) => file.split('/').length === 2),
].map(({ text }) => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ''));

/** Every name that the code spells out; of `link.paid` also the parts, for a key may be one of them. */
const words = new Set(code.flatMap((text) => text.match(/[\w$./]+/g) ?? []).flatMap((word) => [word, ...parts(word)]));
/** What goes before and after a value in keys that the code puts together: `entry_${key}`, `${code}_remedy`. */
const shapes = [...new Set(code.flatMap(shapesOf))].map((shape) => shape.split('*') as [string, string]);

function parts(word: string): string[] {
  return word.split(/[./]/);
}

function shapesOf(text: string): string[] {
  return [...text.matchAll(/[`}]([a-z_0-9.]*)\$\{[^`]*?\}([a-z_0-9.]*)(?=`)/g)]
    .map(([, before = '', after = '']) => `${before}*${after}`.replaceAll('.', '_'))
    .filter((shape) => shape.includes('_'));
}

/**
 * Spelled out, as it is or with the dots of an event (`link.paid` is told by `link_paid`), or put together from a shape
 * and a used rest. A name that the code uses for something else passes: the rule misses some, and accuses none.
 */
function isUsed(key: string): boolean {
  if (words.has(key) || words.has(key.replace('_', '.'))) return true;
  return shapes.some(([before, after]) => {
    const rest = key.slice(before.length, key.length - after.length);
    return rest.length > 0 && rest.length < key.length && key === `${before}${rest}${after}` && isUsed(rest);
  });
}

test('every text is used: no key of a language file is without a place in the code that asks for it', () => {
  const files = english.filter(({ file }) => !file.endsWith('/index.ts') && !file.startsWith(SENTENCES));
  const keys = files.flatMap(({ file }) =>
    Object.values(jest.requireActual<Record<string, object>>(join(ROOT, file))).flatMap((texts) =>
      Object.keys(texts).map((key) => ({ file, key })),
    ),
  );
  expect(keys.length).toBeGreaterThan(500);
  expect(keys.filter(({ key }) => !isUsed(key)).map(({ file, key }) => `${file} ${key}`)).toEqual([]);
});

test('the rule sees a key that nobody asks for', () => {
  expect(['entry_days_active', 'link_paid', 'link_cancelled'].filter((key) => !isUsed(key))).toEqual([]);
  expect(isUsed('entry_of_a_field_that_never_was')).toBe(false);
});
