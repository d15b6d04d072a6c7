import type { Db } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import { readJsonMembers } from '../../../system/json';
import { PAYMENT_LINK_SETTINGS } from '../../payment_link/setting/settings';
import { plainText } from '../escaping';

/** Where an order status is in use. */
export type StatusUse =
  | { readonly place: 'setting'; readonly storeId: number; readonly key: string }
  | { readonly place: 'orders' }
  | { readonly place: 'histories' };

const SHOP_KEYS = [
  'config_order_status_id',
  'config_processing_status',
  'config_complete_status',
  'config_fraud_status_id',
  'config_void_status_id',
  'config_failed_status_id',
];
/** The payment links' own settings that name statuses, one or a list. */
const LINK_KEYS = PAYMENT_LINK_SETTINGS.filter(({ kind }) => kind === 'status' || kind === 'statuses').map(
  ({ key }) => `payment_link_${key}`,
);
const NAMED_KEYS = [...SHOP_KEYS, ...LINK_KEYS];
/** Every payment extension names its statuses like this: payment_<code>_order_status_id, with a suffix or without. */
const PAYMENT_KEY = /^payment_.+_order_status_id/;

interface StatusSettingRow {
  readonly store_id: number;
  readonly key: string;
  readonly value: string | null;
}

/** Empty when the status can be deleted. */
export async function listStatusUses(db: Db, statusId: number): Promise<StatusUse[]> {
  const rows = [...(await statusSettings(db, 'setting')), ...(await statusSettings(db, 'payment_link_setting'))];
  const settings = rows.filter((row) => NAMED_KEYS.includes(row.key) || PAYMENT_KEY.test(row.key));
  const uses: StatusUse[] = settings
    .filter((row) => idsIn(row.value).includes(statusId))
    .map((row) => ({ place: 'setting', storeId: row.store_id, key: row.key }));
  if (await hasOrder(db, statusId)) uses.push({ place: 'orders' });
  if (await hasHistory(db, statusId)) uses.push({ place: 'histories' });
  return uses;
}

/** A superset: `_` stands for any character here, the caller looks again. */
async function statusSettings(db: Db, table: 'setting' | 'payment_link_setting'): Promise<StatusSettingRow[]> {
  return db<StatusSettingRow>(t(db, table))
    .select('store_id', 'key', 'value')
    .whereIn('key', NAMED_KEYS)
    .orWhere('key', 'like', 'payment%order_status_id%')
    .orderBy('store_id');
}

async function hasOrder(db: Db, statusId: number): Promise<boolean> {
  return (await db(t(db, 'order')).where('order_status_id', statusId).first('order_id')) !== undefined;
}

async function hasHistory(db: Db, statusId: number): Promise<boolean> {
  return (await db(t(db, 'order_history')).where('order_status_id', statusId).first('order_history_id')) !== undefined;
}

/** One id, or a JSON list of them. */
function idsIn(value: string | null): number[] {
  const text = plainText(value).trim();
  if (/^\d+$/.test(text)) return [Number(text)];
  return Object.values(readJsonMembers(text) ?? {}).map(Number);
}
