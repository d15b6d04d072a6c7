import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sources } from '../support/sources';

const ROOT = join(__dirname, '..', '..');
/** A language in which more texts than this read as in English has been copied, not translated. */
const EQUAL_SHARE_MAX = 0.1;

/** Every text of a language by file and key: `mail.ts greeting`. */
type Texts = ReadonlyMap<string, string>;

const languages = readdirSync(join(ROOT, 'language'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const texts = new Map(languages.map((language) => [language, textsOf(language)]));
const english = texts.get('en-gb') ?? new Map<string, string>();
const others = languages.filter((language) => language !== 'en-gb');

function textsOf(language: string): Texts {
  const found = new Map<string, string>();
  const folder = `language/${language}`;
  const files = sources(['.ts'], ['language']).filter(({ file }) => file.startsWith(`${folder}/`));
  for (const { file } of files) {
    if (file.endsWith('/index.ts')) continue;
    const exported = Object.values(jest.requireActual<Record<string, unknown>>(join(ROOT, file)));
    for (const value of exported) collect(found, file.slice(folder.length + 1), value);
  }
  return found;
}

function collect(found: Map<string, string>, path: string, value: unknown): void {
  if (typeof value === 'string') found.set(path, value);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) collect(found, `${path} ${key}`, inner);
  }
}

/** `{order}` of a text, each once: languages may repeat a value or move it, never leave it out or make one up. */
function placeholders(text: string): string {
  return [...new Set(text.match(/\{\w+\}/g) ?? [])].sort().join(' ');
}

/** Names, signs and values alone read the same everywhere. */
function hasWords(text: string): boolean {
  return /\p{Ll}{2}/u.test(text.replace(/\{\w+\}/g, ''));
}

test('English has texts, and there are the other six languages', () => {
  expect(english.size).toBeGreaterThan(100);
  expect(others.sort()).toEqual(['de-de', 'es-es', 'fr-fr', 'id-id', 'it-it', 'nl-nl']);
});

describe.each(others)('%s', (language) => {
  const own = texts.get(language) ?? new Map<string, string>();

  test('has a file only where English has one, and every text of it', () => {
    const files = new Set([...own.keys()].map((key) => key.split(' ')[0] ?? ''));
    expect([...files].filter((file) => !existsSync(join(ROOT, 'language', 'en-gb', file)))).toEqual([]);
    const wanted = [...english.keys()].filter((key) => files.has(key.split(' ')[0] ?? ''));
    expect([...own.keys()].sort()).toEqual(wanted.sort());
  });

  test('fills in the same values as English', () => {
    const wrong = [...own]
      .filter(([key, text]) => placeholders(text) !== placeholders(english.get(key) ?? ''))
      .map(([key, text]) => `${key}: "${text}" instead of ${placeholders(english.get(key) ?? '')}`);
    expect(wrong).toEqual([]);
  });

  test('has one form for one and one for many where English has both', () => {
    const forms = (text = '') => text.split('|').length;
    const wrong = [...own].filter(([key, text]) => forms(text) !== forms(english.get(key))).map(([key]) => key);
    expect(wrong).toEqual([]);
  });

  test('is translated: at most a tenth of its texts read as in English', () => {
    const worded = [...own].filter(([, text]) => hasWords(text));
    const equal = worded.filter(([key, text]) => english.get(key) === text).map(([key]) => key);
    expect(equal.length / worded.length > EQUAL_SHARE_MAX ? equal : []).toEqual([]);
  });
});
