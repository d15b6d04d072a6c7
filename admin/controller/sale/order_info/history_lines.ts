import { listHistory } from '../../../../extension/opencart/order/order_histories';
import type { HistoryEntry } from '../../../../extension/payment_link/order_book';
import type { Db } from '../../../../system/db/table';
import { wholeIn } from '../../../../system/http/input';
import type { Visit } from '../../../visit';

export const LINES_PER_PAGE = 10;

/** Of the history, from 1. */
export const historyPage = (visit: Visit): number => Math.max(1, wholeIn(visit.query, 'history', 1));

/** The page that was asked for, and one line more where there are older ones. */
export function readHistory(db: Db, visit: Visit, orderId: number, languageId: number): Promise<HistoryEntry[]> {
  const offset = (historyPage(visit) - 1) * LINES_PER_PAGE;
  return listHistory(db, orderId, languageId, { limit: LINES_PER_PAGE + 1, offset });
}
