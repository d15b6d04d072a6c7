import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../system/project_root';
import type { Figure } from './figures';
import type { Options } from './options';

const HEADS = ['', 'measured', 'aim', ''];

/** The table a person reads: what, how much, what it should be, and whether it is. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((one) => [one.what, measured(one), aimed(one), said(one)]);
  const widths = HEADS.map((head, column) => Math.max(...[HEADS, ...rows].map((row) => (row[column] ?? head).length)));
  const line = ([what = '', value = '', aim = '', reached = '']: string[]): string =>
    [what.padEnd(widths[0] ?? 0), value.padStart(widths[1] ?? 0), aim.padStart(widths[2] ?? 0), reached]
      .join('  ')
      .trimEnd();
  return [HEADS, ...rows].map(line).join('\n');
}

function measured({ value, unit, more }: Figure): string {
  return [`${value.toLocaleString('en-GB')} ${unit}`.trim(), ...(more === undefined ? [] : [`(${more})`])].join(' ');
}

function aimed({ aim, unit }: Figure): string {
  if (aim === null) return '';
  return `${aim.is === 'at most' ? '≤' : '≥'} ${aim.value.toLocaleString('en-GB')} ${unit}`.trim();
}

function said({ reached }: Figure): string {
  if (reached === null) return '';
  return reached ? 'reached' : 'MISSED';
}

export interface Report {
  readonly database: string;
  /** The server's version, and whether its commits are on the disk. */
  readonly server: string;
  readonly options: Options;
  readonly figures: readonly Figure[];
}

/** JSON for programs; answers the file's name. */
export function keep(report: Report): string {
  const folder = join(PROJECT_ROOT, 'bench', 'results');
  mkdirSync(folder, { recursive: true });
  const at = new Date().toISOString();
  const file = join(folder, `${at.replace(/[:.]/g, '-')}-${report.database}.json`);
  writeFileSync(file, `${JSON.stringify({ at, node: process.version, ...report }, null, 2)}\n`);
  return file;
}
