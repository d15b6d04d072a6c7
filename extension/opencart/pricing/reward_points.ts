import type { Db } from '../../../system/db/table';
import type { OrderDraft } from '../order/order_draft';
import type { ShopSettings } from '../setting/settings';
import type { Cart } from './cart';
import type { Problem } from './problems';
import { SAYS } from './problems';
import { rewardBalance } from './tables/balances';

/** Why the points asked for cannot be used; empty when they can, or none are asked for. */
export async function checkRewardPoints(
  db: Db,
  { draft, settings, cart, orderId }: { draft: OrderDraft; settings: ShopSettings; cart: Cart | null; orderId: number },
): Promise<Problem[]> {
  const points = draft.rewardPoints;
  const refused = (sentence: string): Problem[] => [['reward_points', sentence]];
  if (points === 0) return [];
  if (!Number.isSafeInteger(points) || points < 0) return refused(SAYS.points);
  if (!settings.flag('total_reward_status')) return refused(SAYS.pointsOff);
  if (draft.customerId <= 0) return refused(SAYS.pointsCustomer);
  const balance = await rewardBalance(db, draft.customerId, orderId);
  if (points > balance) return refused(SAYS.pointsBalance(balance));
  const payable = cart?.lines.reduce((sum, line) => sum + line.points, 0);
  return payable !== undefined && points > payable ? refused(SAYS.pointsLines(payable)) : [];
}
