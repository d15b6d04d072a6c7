import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Requests that a PHP shop really sent, kept beside the project where they are at hand. */
const FOLDER = join(__dirname, '../../../shared/golden/oc3');

export interface GoldenCase {
  readonly name: string;
  readonly request: GoldenRequest;
  /** Rows of the order by table, with the prefix `oc_`. */
  readonly rows: Readonly<Record<string, readonly Row[]>>;
}

export type Row = Readonly<Record<string, string | number | null>>;

export interface GoldenRequest {
  readonly amount: number;
  readonly currency: string;
  readonly gateway: string;
  readonly days_active: number;
  readonly customer: Readonly<Record<string, string>>;
  readonly delivery: Readonly<Record<string, string>>;
  readonly shopping_cart: { readonly items: readonly GoldenItem[] };
  readonly checkout_options: { readonly tax_tables: { readonly alternate: readonly GoldenRule[] } };
}

export interface GoldenItem {
  readonly name: string;
  readonly unit_price: number;
  readonly quantity: number;
  readonly currency: string;
  readonly merchant_item_id: string;
  readonly tax_table_selector: string;
}

interface GoldenRule {
  readonly name: string;
  readonly rules: readonly { readonly rate: number }[];
}

/** Empty where they are not at hand. */
export function goldenCases(): GoldenCase[] {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER, { withFileTypes: true })
    .filter((variant) => variant.isDirectory())
    .flatMap(({ name }) => readdirSync(join(FOLDER, name)).map((order) => join(name, order)))
    .map((name) => ({ name, request: read(name, 'request-1.body.json'), rows: read(name, 'rows.json') }));
}

function read<Content>(name: string, file: string): Content {
  return JSON.parse(readFileSync(join(FOLDER, name, file), 'utf8')) as Content;
}
