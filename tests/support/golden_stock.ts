import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StockLine } from '../../extension/opencart/stock/stock';
import type { Row } from './golden';

/** What a PHP shop did to its stock for an order; kept beside the project where it is at hand. */
const FOLDER = join(__dirname, '../../../shared/golden');

export interface GoldenStock {
  readonly name: string;
  readonly lines: readonly StockLine[];
  readonly before: Stock;
  readonly after: Stock;
  /** The order's status was one that reserves. */
  readonly reserves: boolean;
}

export interface Stock {
  readonly products: readonly { product_id: number; quantity: number; subtract: number }[];
  readonly options: readonly { product_option_value_id: number; quantity: number; subtract: number }[];
}

/** Empty where they are not at hand. */
export function goldenStocks(): GoldenStock[] {
  if (!existsSync(FOLDER)) return [];
  return ['oc3', 'oc4'].flatMap((shop) =>
    ['reservation', 'no-reservation'].flatMap((variant) =>
      readdirSync(join(FOLDER, shop, variant)).map((name) =>
        read(join(shop, variant, name), variant === 'reservation'),
      ),
    ),
  );
}

function read(name: string, reserves: boolean): GoldenStock {
  const file = (file: string): unknown => JSON.parse(readFileSync(join(FOLDER, name, file), 'utf8'));
  const stock = file('stock.json') as { before: Stock; after: Stock };
  const rows = file('rows.json') as Record<string, readonly Row[]>;
  return { name, reserves, before: stock.before, after: stock.after, lines: linesOf(rows) };
}

function linesOf(rows: Record<string, readonly Row[]>): StockLine[] {
  return (rows['oc_order_product'] ?? []).map((line) => ({
    productId: Number(line['product_id']),
    masterId: Number(line['master_id'] ?? 0),
    quantity: Number(line['quantity']),
    options: (rows['oc_order_option'] ?? [])
      .filter((option) => option['order_product_id'] === line['order_product_id'])
      .map((option) => ({ productOptionValueId: Number(option['product_option_value_id']) })),
  }));
}
