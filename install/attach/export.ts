import { stringify } from 'csv-stringify/sync';
import { accessSync, constants, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { reasonOf } from '../../system/errors';
import type { Db } from '../../system/db/table';
import { t } from '../../system/db/table';
import { exportExists, exportRefused } from './errors';

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
const NEW_FILE = { mode: 0o600, flag: 'wx' } as const;

type Row = Readonly<Record<string, unknown>>;

/** Before anything is closed or removed for it. @throws AppError `export_exists`, `export_refused` */
export function prepareExport(path: string): void {
  const taken = filesOf(path).find((file) => existsSync(file));
  if (taken !== undefined) throw exportExists({ values: { path: taken } });
  try {
    const folder = isLines(path) ? dirname(path) : path;
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (failed) {
    throw exportRefused({ values: { path, reason: reasonOf(failed) }, cause: failed });
  }
}

const isLines = (path: string): boolean => path.endsWith('.jsonl');

const tableFile = (folder: string, kind: string): string => join(folder, `${kind}.csv`);

function filesOf(path: string): string[] {
  return isLines(path) ? [path] : Object.keys(KINDS).map((kind) => tableFile(path, kind));
}

/**
 * Writes one file of JSON lines where `path` ends in `.jsonl`, else a folder with a CSV file for each kind. Times are
 * ISO 8601 in UTC, amounts in minor units of their currency. Never over what is there. Answers how many rows of each
 * kind there were.
 */
export async function writeExport(db: Db, path: string): Promise<Record<Kind, number>> {
  const links = await rowsOf(db, 'links');
  const payments = await rowsOf(db, 'payments');
  const refunds = await rowsOf(db, 'refunds');
  const rows = { links, payments, refunds };
  if (isLines(path)) writeLines(path, rows);
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
  writeFileSync(path, lines.map((line) => `${line}\n`).join(''), NEW_FILE);
}

function writeTables(folder: string, rows: Record<Kind, Row[]>): void {
  for (const [kind, all] of Object.entries(rows)) {
    writeFileSync(tableFile(folder, kind), stringify(all, { header: true }), NEW_FILE);
  }
}
