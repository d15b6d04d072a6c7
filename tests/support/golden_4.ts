import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from './golden';
import type { Stock } from './golden_stock';

/** Orders that a PHP OpenCart 4 recorded; kept beside the project where they are at hand. */
const FOLDER = join(__dirname, '../../../shared/golden/oc4');

/** Rows by table, with the prefix `oc_`. */
type Rows = Readonly<Record<string, readonly Row[]>>;

export interface GoldenFour {
  readonly name: string;
  /** The Payment Request status is one of the processing statuses: PHP took the stock when the order entered it. */
  readonly reserves: boolean;
  /** After Confirm, and after the history line that followed. */
  readonly confirmed: Rows;
  readonly entered: Rows;
  readonly stock: { readonly before: Stock; readonly after: Stock };
}

/** Empty where they are not at hand. */
export function goldenFours(): GoldenFour[] {
  if (!existsSync(FOLDER)) return [];
  return ['reservation', 'no-reservation'].flatMap((variant) =>
    readdirSync(join(FOLDER, variant)).map((order) => {
      const file = (name: string): unknown => JSON.parse(readFileSync(join(FOLDER, variant, order, name), 'utf8'));
      return {
        name: `${variant}/${order}`,
        reserves: variant === 'reservation',
        confirmed: file('rows-after-confirm.json') as Rows,
        entered: file('rows.json') as Rows,
        stock: file('stock.json') as GoldenFour['stock'],
      };
    }),
  );
}
