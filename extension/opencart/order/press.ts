import type { Tx } from '../../../system/db/table';
import { writeJournal } from '../../payment_link/journal/journal';

/** Who pressed a button, and from where. The token makes a second press of the same form harmless. */
export interface Press {
  readonly formToken: string;
  readonly user: { readonly userId: number; readonly username: string };
  readonly ip: string;
  /** On an edit: whether the customer hears of a changed amount; true when absent. */
  readonly tellCustomer?: boolean;
  /** On an edit: the order as its form was opened (`seenOf`). Absent: whatever it is. */
  readonly seen?: string;
}

export interface PressedOrder {
  readonly orderId: number;
  readonly storeId: number;
}

/** Notes in the journal what this person did with the order. `event`: `order.saved`. `at`: UTC epoch ms. */
export async function notePress(
  tx: Tx,
  press: Omit<Press, 'formToken'>,
  order: PressedOrder,
  what: { event: string; at: number; details?: Readonly<Record<string, string | number | boolean | null>> },
): Promise<void> {
  await writeJournal(tx, {
    orderId: order.orderId,
    storeId: order.storeId,
    event: what.event,
    actor: press.user.username,
    ip: press.ip,
    at: what.at,
    ...(what.details === undefined ? {} : { details: what.details }),
  });
}
