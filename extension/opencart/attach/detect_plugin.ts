import type { Db } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import { listEvents, type EventRow } from './event_rows';
import { listAttachedStores } from '../setting/stores';

/** What the official MultiSafepay plugin has left in a shop. Values of keys are not read out. */
export interface PluginFound {
  readonly settings: readonly PluginSetting[];
  /** Code and trigger of its events that are switched on. */
  readonly events: readonly { readonly code: string; readonly trigger: string }[];
  /** Its event makes links in the order mail (3.x only). */
  readonly linkEvent: boolean;
  /** Stores in which the plugin makes payment links by itself: no second link may be made there. */
  readonly linkStoreIds: readonly number[];
}

export interface PluginSetting {
  readonly storeId: number;
  readonly key: string;
  readonly value: string;
}

const LINK_EVENT = /mail\/order_add\/before$/;
const LINKS_ON = 'payment_multisafepay_generate_payment_links_status';

/** As it is now, in every store. */
export async function readPlugin(db: Db): Promise<PluginFound> {
  const stores = await listAttachedStores(db);
  return detectPlugin(
    db,
    await listEvents(db),
    stores.map(({ storeId }) => storeId),
  );
}

/** `storeIds`: every store, so that one without a row of its own follows the default store's. */
export async function detectPlugin(
  db: Db,
  events: readonly EventRow[],
  storeIds: readonly number[],
): Promise<PluginFound> {
  const rows = await listPluginSettings(db);
  const own = events.filter((event) => event.status === 1 && /multisafepay/i.test(`${event.code} ${event.action}`));
  const linkEvent = own.some((event) => LINK_EVENT.test(event.trigger));
  const valueOf = (storeId: number): string =>
    (
      rows.find((row) => row.storeId === storeId && row.key === LINKS_ON) ??
      rows.find((row) => row.storeId === 0 && row.key === LINKS_ON)
    )?.value ?? '0';
  return {
    settings: rows.map((row) => (/_key$/.test(row.key) && row.value !== '' ? { ...row, value: '•••' } : row)),
    events: own.map(({ code, trigger }) => ({ code, trigger })),
    linkEvent,
    linkStoreIds: linkEvent ? storeIds.filter((storeId) => valueOf(storeId) === '1') : [],
  };
}

/** With their values: for the copy that is made once, when the program is attached. */
export async function listPluginSettings(db: Db): Promise<PluginSetting[]> {
  const rows = await db<{ store_id: number; code: string; key: string; value: string | null }>(t(db, 'setting'))
    .select('store_id', 'key', 'value')
    .where('code', 'payment_multisafepay')
    .orderBy(['store_id', 'key']);
  return rows.map((row) => ({ storeId: row.store_id, key: row.key, value: row.value ?? '' }));
}
