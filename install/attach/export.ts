import { stringify } from 'csv-stringify/sync';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Db } from '../../system/db/table';
import { t } from '../../system/db/table';

/** What an owner keeps when this program goes: every link, payment and refund. */
const KINDS = {
  links: { table: 'payment_link', id: 'link_id' },
  payments: { table: 'payment_link_payment', id: 'payment_id' },
  refunds: { table: 'payment_link_refund', id: 'refund_id' },
} as const;
export type Kind = keyof typeof KINDS;

/** Open doors while the program runs, and of no use to a reader. */
const LEFT_OUT = new Set(['token', 'notify_token', 'session_id', 'press_key']);
const TIMES = /_at$/;
const BATCH = 1000;

type Row = Readonly<Record<string, unknown>>;

/**
 * Writes one file of JSON lines where `path` ends in `.jsonl`, else a folder with a CSV file for each kind. Times are
 * ISO 8601 in UTC, amounts in minor units of their currency. Answers how many rows of each kind there were.
 */
export async function writeExport(db: Db, path: string): Promise<Record<Kind, number>> {
  const links = await rowsOf(db, 'links');
  const payments = await rowsOf(db, 'payments');
  const refunds = await rowsOf(db, 'refunds');
  const rows = { links, payments, refunds };
  if (path.endsWith('.jsonl')) writeLines(path, rows);
  else writeTables(path, rows);
  return { links: links.length, payments: payments.length, refunds: refunds.length };
}

async function rowsOf(db: Db, kind: Kind): Promise<Row[]> {
  const { table, id } = KINDS[kind];
  const rows: Row[] = [];
  for (;;) {
    const last = Number(rows.at(-1)?.[id] ?? 0);
    const batch = (await db(t(db, table)).where(id, '>', last).orderBy(id).limit(BATCH)) as Row[];
    rows.push(...batch.map(readable));
    if (batch.length < BATCH) return rows;
  }
}

function readable(row: Row): Row {
  const told = Object.entries(row).filter(([column]) => !LEFT_OUT.has(column));
  return Object.fromEntries(
    told.map(([column, value]) => [
      column,
      TIMES.test(column) && value !== null ? new Date(Number(value)).toISOString() : value,
    ]),
  );
}

function writeLines(path: string, rows: Record<Kind, Row[]>): void {
  const lines = Object.entries(rows).flatMap(([kind, all]) =>
    all.map((row) => JSON.stringify({ kind: kind.replace(/s$/, ''), ...row })),
  );
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, lines.map((line) => `${line}\n`).join(''), { mode: 0o600 });
}

function writeTables(folder: string, rows: Record<Kind, Row[]>): void {
  mkdirSync(folder, { recursive: true });
  for (const [kind, all] of Object.entries(rows)) {
    writeFileSync(join(folder, `${kind}.csv`), stringify(all, { header: true }), { mode: 0o600 });
  }
}
