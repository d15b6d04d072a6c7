import type { Db } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import type { EventStyle } from './shop_version';

/** Table `event`, read only: which PHP code runs at what. */
export interface EventRow {
  readonly code: string;
  readonly trigger: string;
  readonly action: string;
  readonly status: number;
}

export async function listEvents(db: Db): Promise<EventRow[]> {
  return db<EventRow>(t(db, 'event')).select('code', 'trigger', 'action', 'status').orderBy('code');
}

const STYLES: readonly Exclude<EventStyle, 'none'>[] = [
  'order/addOrderHistory',
  'order/addHistory',
  'order.addHistory',
];

/** How the events of the order mail name the status change; empty when the owner took them away. */
export function eventStyles(events: readonly EventRow[]): EventStyle[] {
  const mails = events.filter((event) => /^mail[._]order/.test(event.code));
  return STYLES.filter((style) => mails.some((event) => event.trigger.includes(`checkout/${style}/`)));
}
