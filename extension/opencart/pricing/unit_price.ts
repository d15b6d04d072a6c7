import type { Decimal } from '../../../system/decimal';
import type { ShopTime } from '../shop_time';
import { withinDates } from '../shop_time';

/** A row of `product_discount`. */
export interface Discount {
  readonly customerGroupId: number;
  /** Pieces of the product in the order from which it holds. */
  readonly quantity: number;
  readonly priority: number;
  /** By `type`: the new price (F), percent off (P), or an amount off (S). */
  readonly price: Decimal;
  readonly type: string;
  /** Goes before the others. */
  readonly special?: boolean;
  readonly dateStart: string | null;
  readonly dateEnd: string | null;
}

export interface PriceQuestion {
  /** Of the product alone. */
  readonly base: Decimal;
  /** Sum of the chosen values' prices, by their prefixes. */
  readonly options: Decimal;
  readonly discounts: readonly Discount[];
  /** Pieces of this product in the whole order, over all its lines. */
  readonly pieces: number;
  readonly customerGroupId: number;
  readonly now: ShopTime;
}

/** Per piece, without tax, exact. One discount at most: a fixed price is for the product, its options come on top. */
export function unitPrice(question: PriceQuestion): Decimal {
  const full = question.base.plus(question.options);
  const discount = fittingDiscount(question);
  if (discount?.type === 'F') return discount.price.plus(question.options);
  if (discount?.type === 'P') return full.minus(full.times(discount.price).div(100));
  return discount?.type === 'S' ? full.minus(discount.price) : full;
}

/** The fitting one: a special price first, then the one with the highest quantity, then the lowest priority, then the lowest price. */
function fittingDiscount({ discounts, customerGroupId, pieces, now }: PriceQuestion): Discount | undefined {
  return discounts
    .filter((discount) => discount.customerGroupId === customerGroupId && discount.quantity <= pieces)
    .filter((discount) => withinDates(discount.dateStart, discount.dateEnd, now))
    .sort(
      (a, b) =>
        Number(b.special ?? false) - Number(a.special ?? false) ||
        b.quantity - a.quantity ||
        a.priority - b.priority ||
        a.price.comparedTo(b.price),
    )[0];
}

/** A value's price, points or weight under its prefix: anything but "-" adds. */
export function signed(amount: Decimal, prefix: string | null): Decimal {
  return prefix === '-' ? amount.negated() : amount;
}
