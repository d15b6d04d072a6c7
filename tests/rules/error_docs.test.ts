import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { definedErrors, errorLine } from '../support/error_docs';
import { sources } from '../support/sources';

const PAGE = join(__dirname, '..', '..', 'docs', 'errors.md');
const defined = definedErrors(sources(['.ts'], ['system', 'extension', 'admin', 'catalog', 'install']));
const isErrorLine = (line: string): boolean => /^\| `/.test(line);

/** `WRITE_DOCS=1 npx jest tests/rules/error_docs` writes the list anew. */
if (process.env['WRITE_DOCS'] === '1') {
  const words = readFileSync(PAGE, 'utf8').trimEnd().split('\n');
  const kept = words.filter((line) => !isErrorLine(line));
  writeFileSync(PAGE, `${[...kept, ...defined.map(errorLine)].join('\n')}\n`);
}

test('an error code means one thing', () => {
  const codes = defined.map(({ code }) => code);
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});

test('docs/errors.md lists every error that the code defines, word for word, and no other', () => {
  const written = readFileSync(PAGE, 'utf8').split('\n').filter(isErrorLine);
  expect(written).toEqual(defined.map(errorLine));
});

test('every error is answered with a status of errors', () => {
  expect(defined.filter(({ status }) => !/^[45]\d\d$/.test(status))).toEqual([]);
});
