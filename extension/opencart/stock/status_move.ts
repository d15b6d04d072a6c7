import type { AppError } from '../../../system/errors';
import { statusNotMoved } from '../../payment_link/order/order_refusals';
import type { OrderExtras } from '../order/order_extras';
import type { ShopSettings } from '../setting/settings';

/** Which of a shop's borders a status change crosses. Reserving: processing and complete statuses together. */
export interface StatusMove {
  readonly from: number;
  readonly to: number;
  readonly reserving: 'enters' | 'leaves' | 'stays';
  readonly complete: 'enters' | 'leaves' | 'stays';
}

export function statusMove(settings: ShopSettings, from: number, to: number): StatusMove {
  const complete = new Set(settings.ids('config_complete_status'));
  const reserving = new Set([...settings.ids('config_processing_status'), ...complete]);
  return { from, to, reserving: crossing(reserving, from, to), complete: crossing(complete, from, to) };
}

function crossing(ids: ReadonlySet<number>, from: number, to: number): StatusMove['reserving'] {
  if (ids.has(from) === ids.has(to)) return 'stays';
  return ids.has(to) ? 'enters' : 'leaves';
}

/** Totals of OpenCart's own that book nothing when an order is taken on or given back. */
const PLAIN_TOTALS = new Set(['sub_total', 'shipping', 'tax', 'total', 'handling', 'low_order_fee']);

export function isPlainTotal(code: string): boolean {
  return PLAIN_TOTALS.has(code);
}

/** Why only the shop's own program can make this change; null when it is safe to write it. */
export function refusalOf(orderId: number, move: StatusMove, extras: OrderExtras): AppError | null {
  const reason = reasonOf(move, extras);
  return reason === null ? null : statusNotMoved({ values: { order_id: orderId, reason } });
}

function reasonOf(move: StatusMove, extras: OrderExtras): string | null {
  const booked = [...new Set(extras.totalCodes.filter((code) => !isPlainTotal(code)))];
  if (move.reserving !== 'stays' && booked.length > 0) {
    return `its totals (${booked.join(', ')}) are booked by the shop itself`;
  }
  if (move.complete === 'enters' && extras.giftVouchers) return 'it holds gift vouchers, which the shop itself mails';
  if (move.complete !== 'stays' && extras.subscriptions) return 'it holds a subscription, which the shop itself starts';
  return null;
}
