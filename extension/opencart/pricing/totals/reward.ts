import type { CartLine } from '../cart';
import { taxesOffDiscount } from '../tax';
import type { TotalContext, TotalEffect } from './total';
import { NOTHING, oneRow } from './total';
import { Decimal } from '../../../../system/decimal';

/** Points pay for their share of each line that can be paid with points: line total × points used / points of all. */
export function reward({ cart, taxTable, titles, rewardPoints }: TotalContext): TotalEffect {
  const lines = cart.lines.filter((line) => line.points > 0);
  const points = lines.reduce((sum, line) => sum + line.points, 0);
  if (rewardPoints <= 0 || points === 0) return NOTHING;
  const share = (line: CartLine) => line.total.times(rewardPoints).div(points);
  return oneRow(
    titles.reward(rewardPoints),
    lines.reduce((sum, line) => sum.minus(share(line)), new Decimal(0)),
    lines.flatMap((line) => taxesOffDiscount(share(line), line.taxClassId, taxTable)),
  );
}
