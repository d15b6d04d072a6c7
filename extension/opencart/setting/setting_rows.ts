import type { Db, Tx } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import { forgetKept } from '../../../system/db/kept';

/** The shop's own table, or ours of the same shape on an attached shop, where PHP would read our rows as its own. */
export type SettingTable = 'setting' | 'payment_link_setting';

export interface NewSetting {
  readonly key: string;
  /** As stored: escaped by the caller where it is typed text. */
  readonly value: string;
  /** 1: `value` is JSON. */
  readonly serialized: 0 | 1;
}

interface StoredSetting {
  setting_id: number;
  store_id: number;
  code: string;
  key: string;
  value: string | null;
  serialized: number | null;
}

/**
 * The whole of one code of one store, as a settings page saves it: what is not in `rows` is gone afterwards.
 */
export async function saveSettings(
  tx: Tx,
  storeId: number,
  code: string,
  rows: readonly NewSetting[],
  table: SettingTable = 'setting',
): Promise<void> {
  await deleteSettings(tx, storeId, code, table);
  for (const row of rows) await insertSetting(tx, storeId, code, row, table);
}

/** Without a store: of every store. */
export async function deleteSettings(
  tx: Tx,
  storeId: number | null,
  code: string,
  table: SettingTable = 'setting',
): Promise<void> {
  const rows = tx<StoredSetting>(t(tx, table)).where('code', code);
  await (storeId === null ? rows : rows.andWhere('store_id', storeId)).delete();
  forgetKept(tx);
}

/** Sets one key and leaves its neighbours. */
export async function editSettingValue(
  tx: Tx,
  storeId: number,
  code: string,
  row: NewSetting,
  table: SettingTable = 'setting',
): Promise<void> {
  await tx<StoredSetting>(t(tx, table)).where({ store_id: storeId, code, key: row.key }).delete();
  await insertSetting(tx, storeId, code, row, table);
}

/** Rows of one code, the default store's first, so that a store's own come later and win. */
export async function listSettings(
  db: Db,
  storeIds: readonly number[],
  code: string,
  table: SettingTable = 'setting',
): Promise<{ storeId: number; key: string; value: string; serialized: 0 | 1 }[]> {
  const rows = await db<StoredSetting>(t(db, table))
    .select('store_id', 'key', 'value', 'serialized')
    .where('code', code)
    .whereIn('store_id', [...storeIds])
    .orderBy(['store_id', 'setting_id']);
  return rows.map((row) => ({
    storeId: row.store_id,
    key: row.key,
    value: row.value ?? '',
    serialized: row.serialized === 1 ? 1 : 0,
  }));
}

async function insertSetting(
  tx: Tx,
  storeId: number,
  code: string,
  row: NewSetting,
  table: SettingTable,
): Promise<void> {
  await tx<StoredSetting>(t(tx, table)).insert({ store_id: storeId, code, ...row });
  forgetKept(tx);
}
