import { sources } from '../support/sources';

/** file:line of every line that matches. */
function hits(files: ReturnType<typeof sources>, pattern: RegExp): string[] {
  return files.flatMap(({ file, text }) =>
    text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
  );
}

const product = sources(['.ts'], ['system', 'extension', 'admin', 'catalog', 'language', 'install']);
const everything = sources(['.ts']);

test('nothing is typed any', () => {
  const typed = hits(everything, /^(?!\s*(\/\*|\*|\/\/)).*(:|\bas|<)\s*any\b/);
  expect(typed.filter((hit) => !hit.startsWith('tests/rules/'))).toEqual([]);
});

test('nothing is left unfinished by its own words', () => {
  expect(hits(everything, /\b(TODO|FIXME|XXX)\b/).filter((hit) => !hit.startsWith('tests/rules/'))).toEqual([]);
});

test('everything is written as Prettier writes it', () => {
  expect(hits(everything, /prettier-ignore/).filter((hit) => !hit.startsWith('tests/rules/'))).toEqual([]);
});

test('no test is skipped or focused', () => {
  const tests = sources(['.ts'], ['tests']).filter(({ file }) => !file.startsWith('tests/rules/'));
  expect(hits(tests, /\b(it|test|describe)\.(skip|only|todo)\b|\bx(it|describe|test)\(/)).toEqual([]);
});

test('controllers and views hold no SQL', () => {
  const pages = sources(['.ts'], ['admin', 'catalog']).filter(({ file }) => /\/(controller|view)\//.test(file));
  expect(hits(pages, /\bt\(\w+, '|\b(db|tx|knex)\.raw\(|\bknex\b/)).toEqual([]);
});

test('no SQL is built from strings', () => {
  expect(hits(product, /\.raw\(\s*`[^`]*\$\{/)).toEqual([]);
});

test('a view holds no inline script and no inline style', () => {
  const views = sources(['.ejs'], ['admin', 'catalog']).filter(({ file }) => !file.includes('/mail'));
  expect(hits(views, /<script(?![^>]*\bsrc=)|\son\w+="|\sstyle="|<style/)).toEqual([]);
});
