import { readExtensionSettings, readOwnSettings } from '../../extension/opencart/setting/extension_settings';
import {
  placeOf,
  savePaymentSettings,
  saveSettingsOf,
  type SettingsRoom,
} from '../../extension/opencart/setting/save_payment_settings';
import { saveStoreSetting } from '../../extension/opencart/setting/save_store_setting';
import { checkLinkSettingsPage } from '../../extension/payment_link/setting/check_link_settings';
import type { Store } from '../../extension/payment_link/order_book';
import { shopFacts } from '../../extension/payment_link/setting/shop_facts';
import { AppError, defineError } from '../../system/errors';
import type { Values } from '../../system/settings';
import { paymentRequestStatusIdsOf } from '../payment_choices';
import { fullKey, type KnownSetting, type SettingGroup } from './setting_groups';
import { allowedValues, typedValue } from './setting_values';
import { BY_COMMAND } from './with_program';

export const settingRefused = defineError('setting_refused', 422, 'The setting was not changed.');

/** Checks as the settings page does, and saves with everything that follows from it. @throws AppError `setting_refused` */
export async function saveSetting(room: SettingsRoom, known: KnownSetting, store: Store, text: string): Promise<void> {
  const { group, field } = known;
  const { value, error } = typedValue(field, text);
  if (error !== null) throw refused(group, { [field.key]: error }, allowedValues(field));
  if (group.code === 'config') return saveOfStore(room, known, store.storeId, value);
  const place = placeOf(room, group.code, store.storeId);
  const before = await readExtensionSettings(room.links.db, place, group.schema);
  const wrong = await newErrors(room, known, store, { before, after: { ...before, [field.key]: value } });
  if (Object.keys(wrong).length > 0) throw refused(group, wrong, null);
  const own = await readOwnSettings(room.links.db, place, group.schema);
  const values = { ...own, [field.key]: value };
  const { storeId } = store;
  if (group.extension) {
    await savePaymentSettings(room, group.extension, { storeId, values, offered: null }, BY_COMMAND);
  } else {
    await saveSettingsOf(room, { code: group.code, schema: group.schema, storeId, values }, BY_COMMAND);
  }
}

async function saveOfStore(room: SettingsRoom, { group, field }: KnownSetting, storeId: number, value: unknown) {
  try {
    await saveStoreSetting(room, storeId, { key: field.key, value }, BY_COMMAND);
  } catch (failed) {
    if (!(failed instanceof AppError) || failed.details.fields === undefined) throw failed;
    throw refused(group, failed.details.fields, null);
  }
}

/** What this change makes wrong. What was wrong before, elsewhere, must not keep anybody from mending it bit by bit. */
async function newErrors(
  room: SettingsRoom,
  { group, field }: KnownSetting,
  store: Store,
  { before, after }: { before: Values; after: Values },
): Promise<Record<string, string>> {
  const check = await checkOf(room, group, store.storeId);
  const [old, now] = [check(before), check(after)];
  const wrong = Object.entries(now).filter(([key, error]) => key === field.key || old[key] !== error);
  const { statusIds } = await shopFacts(room.links, store.storeId);
  return { ...goneStatus(field, after, statusIds), ...Object.fromEntries(wrong) };
}

/** What no single field can tell, as the group's own page tells it. */
async function checkOf(
  { links }: SettingsRoom,
  { extension }: SettingGroup,
  storeId: number,
): Promise<(values: Values) => Readonly<Record<string, string>>> {
  if (extension) {
    const facts = await shopFacts(links, storeId);
    return (values) => extension.check(values, facts);
  }
  const asking = await paymentRequestStatusIdsOf(links, storeId);
  return (values) => checkLinkSettingsPage(values, asking);
}

function goneStatus(field: KnownSetting['field'], values: Values, statusIds: readonly number[]) {
  if (field.kind !== 'status' && field.kind !== 'statuses') return {};
  const chosen = [values[field.key]].flat().map(Number);
  const gone = chosen.some((id) => id !== 0 && !statusIds.includes(id));
  return gone ? { [field.key]: 'error_status_gone' } : {};
}

function refused(group: SettingGroup, errors: Readonly<Record<string, string>>, allowed: string | null) {
  const fields = Object.entries(errors).map(([key, error]) => {
    const field = group.schema.find((one) => one.key === key);
    const sentence = group.texts[error];
    return [field ? fullKey(group, field) : key, typeof sentence === 'string' ? sentence : error];
  });
  const remedy = allowed === null ? {} : { remedy: `Allowed: ${allowed}.` };
  return settingRefused({ fields: Object.fromEntries(fields), ...remedy });
}
