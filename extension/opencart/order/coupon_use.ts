import type { Tx } from '../../../system/db/table';
import {
  countCouponUses,
  deleteCouponUses,
  findCouponId,
  insertCouponUse,
  lockCoupon,
  type UsableCoupon,
} from './coupon_histories';
import {
  creditBalance,
  giveCreditBack,
  givePointsBack,
  lockCustomer,
  pointsBalance,
  spendCredit,
  spendPoints,
} from './customer_balances';
import { couponUsedUp, creditShort, pointsShort } from './order_errors';
import type { ShopTime } from '../shop_time';

/** A total of an order, its title plain; coupon, credit and reward are those that use something up. */
export interface UsingTotal {
  readonly code: string;
  readonly title: string;
  readonly value: string;
}

export interface Uses {
  readonly orderId: number;
  readonly customerId: number;
  readonly totals: readonly UsingTotal[];
  readonly at: ShopTime;
  /**
   * True when a person saves: limits and balances are checked again, under a lock, and refuse. False when a status
   * moves by itself: what was agreed is honoured, because money may be on its way. (OpenCart would put such an
   * order into its fraud status after having taken the stock, and take it again on the way back.)
   */
  readonly strict: boolean;
}

/**
 * What entering a processing or complete status does to coupon, store credit and reward points.
 * @throws AppError `coupon_used_up`, `credit_short`, `points_short` when strict.
 */
export async function confirmUses(tx: Tx, uses: Uses): Promise<void> {
  for (const total of uses.totals) {
    if (total.code === 'coupon') await confirmCoupon(tx, uses, total);
    if (total.code === 'credit') await confirmCredit(tx, uses, total);
    if (total.code === 'reward') await confirmReward(tx, uses, total);
  }
}

/** The reverse, on leaving those statuses: what this order had used is free again. `codes`: of its totals. */
export async function unconfirmUses(tx: Tx, orderId: number, codes: readonly string[]): Promise<void> {
  if (codes.includes('coupon')) await deleteCouponUses(tx, orderId);
  if (codes.includes('credit')) await giveCreditBack(tx, orderId);
  if (codes.includes('reward')) await givePointsBack(tx, orderId);
}

/** OpenCart keeps code and points only in the total's title: "Coupon (1111)", "Reward Points (-200)". */
export function insideBrackets(text: string): string {
  const [open, close] = [text.indexOf('('), text.lastIndexOf(')')];
  return open < 0 || close < open ? '' : text.slice(open + 1, close);
}

async function confirmCoupon(tx: Tx, uses: Uses, total: UsingTotal): Promise<void> {
  const code = insideBrackets(total.title);
  const couponId = uses.strict ? await claimCoupon(tx, uses, code) : await findCouponId(tx, code);
  if (couponId === null) return;
  const { orderId, customerId, at } = uses;
  await insertCouponUse(tx, { couponId, orderId, customerId, amount: total.value, at });
}

async function claimCoupon(tx: Tx, uses: Uses, code: string): Promise<number> {
  const coupon = await lockCoupon(tx, code);
  if (coupon === null || (await isUsedUp(tx, coupon, uses.customerId))) {
    throw couponUsedUp({ values: { code }, fields: { coupon_code: 'This coupon cannot be used any more.' } });
  }
  return coupon.coupon_id;
}

async function isUsedUp(tx: Tx, coupon: UsableCoupon, customerId: number): Promise<boolean> {
  if (coupon.uses_total > 0 && (await countCouponUses(tx, coupon.coupon_id)) >= coupon.uses_total) return true;
  if (customerId === 0 || coupon.uses_customer === 0) return false;
  return (await countCouponUses(tx, coupon.coupon_id, customerId)) >= coupon.uses_customer;
}

async function confirmCredit(tx: Tx, uses: Uses, total: UsingTotal): Promise<void> {
  if (uses.customerId === 0) return;
  if (uses.strict) {
    await lockCustomer(tx, uses.customerId);
    if ((await creditBalance(tx, uses.customerId)).plus(total.value).isNegative()) throw creditShort();
  }
  await spendCredit(tx, { ...uses, amount: total.value });
}

async function confirmReward(tx: Tx, uses: Uses, total: UsingTotal): Promise<void> {
  const points = pointsOf(insideBrackets(total.title));
  if (uses.customerId === 0 || points === 0) return;
  if (uses.strict) {
    await lockCustomer(tx, uses.customerId);
    if ((await pointsBalance(tx, uses.customerId)) < points)
      throw pointsShort({ fields: { reward_points: 'The customer does not have that many points any more.' } });
  }
  await spendPoints(tx, { ...uses, points: -points });
}

/** Versions differ in the sign they write. */
function pointsOf(text: string): number {
  return /^-?\d{1,9}$/.test(text.trim()) ? Math.abs(Number(text)) : 0;
}
