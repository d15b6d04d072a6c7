import { Decimal } from '../../../../system/decimal';
import type { ShopSettings } from '../../setting/settings';
import { cartTaxes } from '../cart';
import { addTaxes } from '../tax';
import { coupon } from './coupon';
import { credit } from './credit';
import { handling } from './handling';
import { lowOrderFee } from './low_order_fee';
import { reward } from './reward';
import { shipping } from './shipping';
import { subTotal } from './sub_total';
import { tax } from './tax';
import type { Total, TotalContext } from './total';

/** The last row shows the running total and adds nothing to it. */
const total: Total = ({ titles, total: value }) => ({ rows: [{ title: titles.total, value }], taxes: [] });

export const TOTALS: Readonly<Record<string, Total>> = {
  sub_total: subTotal,
  reward,
  shipping,
  coupon,
  low_order_fee: lowOrderFee,
  handling,
  tax,
  credit,
  total,
};

export interface TotalRow {
  readonly code: string;
  readonly title: string;
  readonly value: Decimal;
  readonly sortOrder: number;
}

export interface Totals {
  readonly rows: readonly TotalRow[];
  /** `order.total`: what the totals that are on have added up to, whether or not the row that shows it is on. */
  readonly total: Decimal;
}

/**
 * Runs the totals that are on, by their sort order: what runs before the tax can change it, what runs after the
 * total is not in its row. Exact throughout.
 */
export function computeTotals(order: Omit<TotalContext, 'taxes' | 'total'>): Totals {
  let context: TotalContext = {
    ...order,
    taxes: cartTaxes(order.cart, order.taxTable, order.fixedTaxPerLine),
    total: new Decimal(0),
  };
  const rows: TotalRow[] = [];
  for (const { code, run, sortOrder } of activeTotals(order.settings)) {
    const effect = run(context);
    rows.push(...effect.rows.map((row) => ({ code, ...row, sortOrder })));
    const added = code === 'total' ? [] : effect.rows;
    context = {
      ...context,
      taxes: addTaxes(context.taxes, effect.taxes),
      total: added.reduce((sum, row) => sum.plus(row.value), context.total),
    };
  }
  return { rows: rows.sort(asStored), total: context.total };
}

function activeTotals(settings: ShopSettings): { code: string; run: Total; sortOrder: number }[] {
  return Object.entries(TOTALS)
    .filter(([code]) => settings.flag(`total_${code}_status`))
    .map(([code, run]) => ({ code, run, sortOrder: settings.number(`total_${code}_sort_order`) }))
    .sort((a, b) => a.sortOrder - b.sortOrder);
}

/** Rows with one sort order (two tax rates) go by code and title, as OpenCart's sort leaves them. */
function asStored(a: TotalRow, b: TotalRow): number {
  return a.sortOrder - b.sortOrder || byBytes(a.code, b.code) || byBytes(a.title, b.title);
}

function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
