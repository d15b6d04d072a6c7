import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { LINK_STATES, mayBecome, type LinkState } from '../../extension/payment_link/link/link';
import { LINK_FLAGS } from '../../extension/payment_link/link/link_row';
import { COMMANDS } from '../../install/commands/index';
import { textsIn } from '../../language';
import { pay } from '../../language/en-gb/pay';
import { readConfig, VARIABLES } from '../../system/config';
import { PROJECT_ROOT } from '../../system/project_root';

/** What the documents say, held against the program. */
const read = (file: string): string => readFileSync(join(PROJECT_ROOT, file), 'utf8');
const DOCUMENTS = [
  ...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'GLOSSARY.md', 'CHANGELOG.md'],
  ...(readdirSync(join(PROJECT_ROOT, 'docs'), { recursive: true }) as string[])
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];

/** Rows of the table below a heading, without its head. */
function tableBelow(file: string, heading: string): string[][] {
  const [, after = ''] = read(file).split(`\n${heading}\n`);
  const lines = after.split('\n');
  const from = lines.findIndex((line) => line.startsWith('|'));
  const end = lines.findIndex((line, at) => at > from && !line.startsWith('|'));
  return lines.slice(from + 2, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const quoted = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);

describe('the README', () => {
  const rows = tableBelow('README.md', '## Environment').map(([names = '', standard = '']) => ({
    names: quoted(names),
    standard,
  }));

  test('names every variable that the program reads, and no other', () => {
    const named = rows.flatMap(({ names }) => names);
    expect([...named].sort()).toEqual([...VARIABLES, 'REQUIRE_ALL'].sort());
  });

  test.each([
    ['PORT', 'port'],
    ['HOST', 'host'],
    ['TRUST_PROXY', 'trustProxy'],
    ['DATA_DIR', 'dataDir'],
    ['DATABASE_PREFIX', 'databasePrefix'],
    ['SHOP', 'shop'],
    ['GATEWAY_PARALLEL', 'gatewayParallel'],
    ['LOG_LEVEL', 'logLevel'],
  ] as const)('tells the default of %s', (name, member) => {
    const row = rows.find(({ names }) => names.includes(name));
    const standards = row?.standard.split(', ').map((one) => one.replaceAll('`', '')) ?? [];
    expect(standards[row?.names.indexOf(name) ?? -1]).toBe(String(readConfig({})[member]));
  });

  test('lists every command of the command line, and no other', () => {
    const [, , does = ''] = /\| `npm run cli -- <command>` (\|) ([^|]+)/.exec(read('README.md')) ?? [];
    const program = new Command('payment-links');
    for (const add of COMMANDS) add(program);
    const named = program.commands.flatMap((one) =>
      one.commands.length === 0 ? [one.name()] : one.commands.map((below) => `${one.name()} ${below.name()}`),
    );
    expect(quoted(does).filter((word) => !word.startsWith('--'))).toEqual(expect.arrayContaining(named));
    expect(quoted(does).filter((word) => !word.startsWith('--'))).toHaveLength(named.length);
  });

  test('draws only steps that a link can take, and every state', () => {
    const steps = [...read('README.md').matchAll(/^ {2}(\w+) --> (\w+): /gm)];
    const impossible = steps.filter(([, from, to]) => !mayBecome(from as LinkState, to as LinkState));
    expect(impossible.map(([line]) => line)).toEqual([]);
    expect(LINK_STATES.filter((state) => !steps.some(([, from, to]) => from === state || to === state))).toEqual([]);
  });
});

test('ARCHITECTURE.md has the table of states as the program has it', () => {
  const written = tableBelow('ARCHITECTURE.md', '## States').flatMap(([from = '', to = '']) =>
    quoted(from).map((state) => [state, quoted(to).sort()]),
  );
  const real = LINK_STATES.map((from) => [from, LINK_STATES.filter((to) => mayBecome(from, to)).sort()]);
  expect(Object.fromEntries(written)).toEqual(Object.fromEntries(real));
});

test('docs/operations.md says what to do about every flag, in the words of the page', () => {
  const texts = textsIn('en-gb')['extension/payment_link'];
  const written = tableBelow('docs/operations.md', '### Flags').map(([flag = '']) => flag);
  expect(written.sort()).toEqual(LINK_FLAGS.map((flag) => texts[`flag_${flag}`]).sort());
});

test.each(DOCUMENTS)('%s leads to files that are there', (document) => {
  const text = read(document);
  const linked = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, to = '']) => join(dirname(document), to));
  const named = quoted(text).filter((word) => /^(?:[\w.-]+\/)+[\w-]+\.(?:ts|mjs|cjs|sh|md)$/.test(word));
  expect([...linked, ...named].filter((file) => !existsSync(join(PROJECT_ROOT, file)))).toEqual([]);
});

test.each(['README.md', 'docs/operations.md', 'docs/attached.md'])(
  '%s calls what is on the pages by its name',
  (file) => {
    const said = new Set([...wordsOf(textsIn('en-gb')), ...wordsOf(pay)]);
    const called = [...read(file).matchAll(/\*\*([^*]+)\*\*/g)].flatMap(([, words = '']) => words.split(' → '));
    expect([...new Set(called)].filter((word) => !said.has(word) && !EMPHASIS.has(word))).toEqual([]);
  },
);

/** Names of the stand-in and of the shop's data, and what is in bold for its own sake. */
const EMPHASIS = new Set([
  ...['Complete', 'Indonesian Rupiah', 'your store', 'Pay'],
  ...['Https', 'Keys', 'Backup', 'MySQL and MariaDB', 'SQLite'],
]);

function wordsOf(texts: unknown): string[] {
  if (typeof texts === 'string') return [texts];
  return typeof texts === 'object' && texts !== null ? Object.values(texts).flatMap(wordsOf) : [];
}
