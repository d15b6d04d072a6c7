import type { Decimal } from '../../../system/decimal';
import { decimal } from '../../../system/decimal';
import type { Db } from '../../../system/db/table';
import { kept } from '../../../system/db/kept';
import { t } from '../../../system/db/table';
import { readJson } from '../../../system/json';
import { plainText } from '../escaping';

/**
 * The settings of one store, read once: its own value where it has one, else the default store's. A key that is
 * absent reads as empty, zero or off.
 */
export interface ShopSettings {
  has(key: string): boolean;
  /** Plain (unescaped) text. */
  text(key: string, fallback?: string): string;
  /** A whole or broken number; `fallback` (0) for text that is none. Amounts are read with `decimal`. */
  number(key: string, fallback?: number): number;
  /** Amounts, rates and fees, exact. */
  decimal(key: string): Decimal;
  /** "1" is on; everything else off. */
  flag(key: string): boolean;
  /** A list of ids, stored as JSON; empty when absent or unreadable. */
  ids(key: string): readonly number[];
  /** JSON as stored; `undefined` when absent or unreadable. */
  json(key: string): unknown;
  /** IANA name of the shop's time zone; UTC when not set. */
  readonly timeZone: string;
}

export interface SettingRow {
  readonly key: string;
  readonly value: string | null;
}

/**
 * All settings of the store over those of store 0. What this process wrote is seen at once, what another one wrote
 * within a second: an order needs them a dozen times, and they change once a month.
 */
export async function readSettings(db: Db, storeId: number): Promise<ShopSettings> {
  return kept(db, `settings ${storeId}`, async () => {
    const rows = await db<SettingRow & { store_id: number }>(t(db, 'setting'))
      .select('key', 'value')
      .whereIn('store_id', storeId === 0 ? [0] : [0, storeId])
      .orderBy('store_id');
    return shopSettings(rows);
  });
}

/** Rows in the order in which they override each other. */
export function shopSettings(rows: readonly SettingRow[]): ShopSettings {
  const values = new Map(rows.map((row) => [row.key, row.value ?? '']));
  const raw = (key: string): string => values.get(key) ?? '';
  return {
    has: (key) => values.has(key),
    text: (key, fallback = '') => (values.has(key) ? plainText(raw(key)) : fallback),
    number: (key, fallback = 0) => numberOf(raw(key), fallback),
    decimal: (key) => decimal(isNumber(raw(key)) ? raw(key).trim() : 0),
    flag: (key) => raw(key) === '1',
    ids: (key) => idsOf(readJson(raw(key))),
    json: (key) => readJson(raw(key)),
    timeZone: plainText(raw('config_timezone')) || 'UTC',
  };
}

function isNumber(text: string): boolean {
  return /^\s*[+-]?(\d+\.?\d*|\.\d+)\s*$/.test(text);
}

function numberOf(text: string, fallback: number): number {
  return isNumber(text) ? Number(text) : fallback;
}

/** PHP writes a list as an array, or as an object once an element was taken out of the middle. */
function idsOf(value: unknown): number[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value)
    .map(Number)
    .filter((id) => Number.isSafeInteger(id));
}
