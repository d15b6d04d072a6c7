import { Decimal } from '../../../../system/decimal';
import type { CartLine } from '../cart';
import { taxesOffDiscount } from '../tax';
import type { TotalContext, TotalCoupon, TotalEffect } from './total';
import { NOTHING } from './total';

/**
 * Percent of each line it is for, or an amount (at most those lines' sum) spread over them in proportion; with the
 * shipping cost if it frees shipping; never more than the running total. Percent taxes of what it covers fall, by the
 * whole discount even where the running total capped it.
 */
export function coupon(context: TotalContext): TotalEffect {
  const { coupon: held, cart, total, titles } = context;
  if (!held) return NOTHING;
  const covered = [...linesCovered(held, cart.lines), ...shippingCovered(held, context)];
  const wanted = covered.reduce((sum, part) => sum.plus(part.discount), new Decimal(0));
  const given = Decimal.min(wanted, total);
  return {
    rows: given.greaterThan(0) ? [{ title: titles.coupon(held.code), value: given.negated() }] : [],
    taxes: covered.flatMap((part) => taxesOffDiscount(part.discount, part.taxClassId, context.taxTable)),
  };
}

interface Covered {
  readonly discount: Decimal;
  readonly taxClassId: number;
}

function linesCovered(held: TotalCoupon, lines: readonly CartLine[]): Covered[] {
  const covered = lines.filter((line) => held.productIds === null || held.productIds.has(line.productId));
  const sum = covered.reduce((all, line) => all.plus(line.total), new Decimal(0));
  return covered.map((line) => ({ taxClassId: line.taxClassId, discount: lineDiscount(held, line.total, sum) }));
}

function lineDiscount(held: TotalCoupon, lineTotal: Decimal, sum: Decimal): Decimal {
  if (held.type === 'P') return lineTotal.times(held.discount).div(100);
  if (held.type !== 'F' || sum.isZero()) return new Decimal(0);
  return Decimal.min(held.discount, sum).times(lineTotal).div(sum);
}

function shippingCovered(held: TotalCoupon, { shipping }: TotalContext): Covered[] {
  return held.freesShipping && shipping ? [{ discount: shipping.cost, taxClassId: shipping.taxClassId }] : [];
}
