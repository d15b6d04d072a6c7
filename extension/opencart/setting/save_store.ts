import { transaction } from '../../../system/db/transaction';
import type { Db, Tx } from '../../../system/db/table';
import { defineError, invalidForm, notFound } from '../../../system/errors';
import type { SecretKey } from '../../../system/secret_box';
import { parsePosted, type Values } from '../../../system/settings';
import { addressesIn, checkStore } from './check_store';
import { readExtensionSettings, saveExtensionSettings, type SettingPlace } from './extension_settings';
import { deleteStoreRows, insertStore, updateStore } from './store_rows';
import { settingsOfStore } from './store_settings';
import { countOrdersOfStore } from './store_uses';
import { findStore } from './stores';

export const storeInUse = defineError(
  'store_in_use',
  409,
  'The store "{name}" cannot be deleted: {count} orders belong to it.',
  'Orders need their store. Keep it; products that are not assigned to it are not sold there.',
);

export const defaultStore = defineError(
  'default_store',
  409,
  'The default store cannot be deleted.',
  'Untick it; only additional stores can be deleted.',
);

export const storePlace = (storeId: number, secretKey: SecretKey): SettingPlace => ({
  storeId,
  code: 'config',
  secretKey,
});

/**
 * What a store's form begins with: its settings, those it lacks from the default store. A new store (`storeId` null)
 * begins with the default store's, without name and address.
 */
export async function readStoreForm(db: Db, secretKey: SecretKey, storeId: number | null): Promise<Values> {
  const schema = settingsOfStore(storeId);
  const values = await readExtensionSettings(db, storePlace(storeId ?? 0, secretKey), schema);
  if (storeId === null) return { ...values, name: '', url: '' };
  if (storeId === 0) return values;
  const store = await findStore(db, storeId);
  return { ...values, url: store?.url ?? values['url'] };
}

/** What a post says, as the form shows it again. Lists of addresses are kept as they were typed. */
export function postedStore(storeId: number | null, posted: Values): Values {
  return parsePosted(settingsOfStore(storeId), posted).values;
}

/**
 * Adds a store (`storeId` null) or changes one; 0 is the default store. @returns its id.
 * @throws AppError `invalid_form`, `not_found`
 */
export async function saveStore(db: Db, secretKey: SecretKey, storeId: number | null, posted: Values): Promise<number> {
  const schema = settingsOfStore(storeId);
  const { values, errors } = parsePosted(schema, posted);
  return transaction(db, async (tx) => {
    if (storeId !== null && (await findStore(tx, storeId)) === null) throw notFound();
    const fields = { ...errors, ...(await checkStore(tx, values)) };
    if (Object.keys(fields).length > 0) throw invalidForm({ fields });
    const id = await saveRow(tx, storeId, String(values['name']), String(values['url']));
    await saveExtensionSettings(tx, storePlace(id, secretKey), schema, storedStoreValues(values));
    return id;
  });
}

/** The default store has no row: its name and address are settings alone. */
export async function saveRow(tx: Tx, storeId: number | null, name: string, url: string): Promise<number> {
  if (storeId === 0) return 0;
  if (storeId === null) return insertStore(tx, name, url);
  await updateStore(tx, storeId, name, url);
  return storeId;
}

/** Without a user name the mail server asks for no password, so none is kept. */
export function storedStoreValues(values: Values): Values {
  if (values['mail_alert_email'] === undefined) return values;
  const alerts = addressesIn(String(values['mail_alert_email'])).join(',');
  const forgotten = values['mail_smtp_username'] === '' ? { mail_smtp_password: null } : {};
  return { ...values, mail_alert_email: alerts, ...forgotten };
}

/** @throws AppError `default_store`, `store_in_use`, `not_found` */
export async function removeStore(db: Db | Tx, storeId: number): Promise<void> {
  if (storeId === 0) throw defaultStore();
  await transaction(db, async (tx) => {
    const store = await findStore(tx, storeId);
    if (store === null) throw notFound();
    const count = await countOrdersOfStore(tx, storeId);
    if (count > 0) throw storeInUse({ values: { name: store.name, count } });
    await deleteStoreRows(tx, storeId);
  });
}
