import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { openAddress } from '../../extension/payment_link/link/addresses';
import type { PaymentLinks } from '../../extension/payment_link/context';
import { createFreeLink } from '../../extension/payment_link/free/free_link';
import { linkOfOnce } from '../../extension/payment_link/make/once_links';
import { slugIn } from '../../extension/payment_link/free/pay_names';
import { readTyped } from '../../extension/payment_link/free/typed_free_link';
import { readCsv, type CsvRow } from '../../system/csv';
import { AppError, defineError, reasonOf } from '../../system/errors';
import { wholeNumber } from './stores';
import { hint, say, sayJson, sentencesOf } from './terminal';
import { BY_COMMAND, withProgram } from './with_program';

export const fileUnreadable = defineError('file_unreadable', 422, 'The file {file} cannot be read: {reason}.');
export const fileNotUtf8 = defineError(
  'file_not_utf8',
  422,
  'The file {file} is not in UTF-8.',
  'Save it from the spreadsheet as “CSV UTF-8”.',
);
export const columnsMissing = defineError(
  'columns_missing',
  422,
  'The file lacks these columns: {missing}.',
  'Its first line must name them: amount,currency,description,email,language (name and slug may follow).',
);

const NEEDED = ['amount', 'currency', 'description'];
const KNOWN = [...NEEDED, 'email', 'language', 'name', 'slug'];

interface Options {
  readonly store: number;
  readonly mail: boolean;
  readonly json?: boolean;
}

/** What became of one row. */
interface RowResult {
  readonly line: number;
  readonly result: 'made' | 'made before' | 'refused';
  readonly link: number | null;
  readonly address: string | null;
  readonly reasons: readonly string[];
}

export function addLinkImport(link: Command): void {
  link
    .command('import <file.csv>')
    .summary('make a link for every row of a file')
    .description(
      'Makes a link without an order for every row of a CSV file whose first line names the columns amount, currency, ' +
        'description, email, language and, if you like, name and slug (the short address /pay/<slug>; left empty, the ' +
        'link has none). A file of the same name may be imported again: rows that have their link get no second one.',
    )
    .option('--store <id>', 'the store the links belong to', wholeNumber, 0)
    .option('--no-mail', 'mail nobody')
    .option('--json', 'answer in JSON')
    .addHelpText(
      'after',
      `
Example file:
  amount,currency,description,email,language,slug
  12.50,EUR,"Spare key, brass",jan@example.com,nl-nl,spare-key

Example:
  payment-links link import november.csv`,
    )
    .action(importFile);
}

async function importFile(file: string, options: Options): Promise<void> {
  const { columns, rows } = readCsv(contentOf(file));
  const missing = NEEDED.filter((name) => !columns.includes(name));
  if (missing.length > 0) throw columnsMissing({ values: { missing: missing.join(', ') } });
  const unknown = columns.filter((name) => !KNOWN.includes(name));
  if (unknown.length > 0) hint(`These columns are not known and were left out: ${unknown.join(', ')}.`);
  await withProgram(async ({ links }) => {
    const seen = new Map<string, number>();
    const slugs = new Map<string, number>();
    const results: RowResult[] = [];
    for (const row of rows) {
      const key = rowKey(basename(file), options.store, row, seen);
      const result = slugTwice(row, slugs) ?? (await importRow(links, row, key, options));
      results.push(result);
      if (options.json !== true) say(sentenceOf(result));
    }
    if (options.json === true) sayJson(results);
    const refused = results.filter(({ result }) => result === 'refused').length;
    hint(`${results.length - refused} of ${results.length} rows have their link.`);
    if (refused > 0) process.exitCode = 1;
  });
}

function contentOf(file: string): string {
  const bytes = bytesOf(file);
  // Spreadsheets like to write older encodings, of which customers would read question marks.
  if (!isUtf8(bytes)) throw fileNotUtf8({ values: { file } });
  return bytes.toString('utf8');
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (failed) {
    throw fileUnreadable({ values: { file, reason: reasonOf(failed) } });
  }
}

/** Of the file's name and the row itself; a row that stands there twice on purpose counts as two. */
function rowKey(name: string, storeId: number, { cells }: CsvRow, seen: Map<string, number>): string {
  // A column for short addresses that this row leaves empty does not make it another row.
  const told = Object.entries(cells).filter(([column, cell]) => column !== 'slug' || cell.trim() !== '');
  const content = JSON.stringify([name, storeId, told.sort()]);
  const nth = (seen.get(content) ?? 0) + 1;
  seen.set(content, nth);
  return createHash('sha256').update(`${content} ${nth}`).digest('hex');
}

/** A short address that an earlier line of the file has: said with that line, before any link is made. */
function slugTwice({ line, cells }: CsvRow, slugs: Map<string, number>): RowResult | null {
  const slug = slugIn(cells['slug']);
  if (slug === null) return null;
  const first = slugs.get(slug);
  if (first === undefined) {
    slugs.set(slug, line);
    return null;
  }
  const reasons = [`slug: line ${first} of this file has this short address.`];
  return { line, result: 'refused', link: null, address: null, reasons };
}

async function importRow(links: PaymentLinks, row: CsvRow, key: string, options: Options): Promise<RowResult> {
  const { amount = '', currency = '', description = '', email = '', name = '', language = '', slug = '' } = row.cells;
  const once = { key: `import:${key}`, fingerprint: key };
  try {
    const before = await linkOfOnce(links.db, once);
    const typed = { storeId: options.store, amount, currency, description, email, name, slug };
    const terms = () => readTyped({ ...typed, language: language || 'en-gb' });
    const link = before ?? (await createFreeLink(links, { ...terms(), mail: options.mail, once }, BY_COMMAND));
    const address = openAddress(links.publicUrl, link);
    return { line: row.line, result: before ? 'made before' : 'made', link: link.linkId, address, reasons: [] };
  } catch (failed) {
    if (!(failed instanceof AppError)) throw failed;
    return { line: row.line, result: 'refused', link: null, address: null, reasons: sentencesOf(failed) };
  }
}

function sentenceOf({ line, result, link, address, reasons }: RowResult): string {
  if (result === 'refused') return `line ${line}: refused. ${reasons.map((reason) => reason.trim()).join(' ')}`;
  return `line ${line}: link ${link} ${result}, ${address}`;
}
