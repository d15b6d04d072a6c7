import { transaction } from '../../../../system/db/transaction';
import { t } from '../../../../system/db/table';
import { deriveSecretKey, encrypt } from '../../../../system/secret_box';
import type { Schema } from '../../../../system/settings';
import type { SettingPlace } from '../../../../extension/opencart/setting/extension_settings';
import {
  readExtensionSettings,
  readOwnSettings,
  saveExtensionSettings,
} from '../../../../extension/opencart/setting/extension_settings';
import { editSettingValue, listSettings, saveSettings } from '../../../../extension/opencart/setting/setting_rows';
import { freshDatabase } from '../../../support/database';

const base = { tab: 'general', label: 'label' };
const schema: Schema = [
  { ...base, kind: 'switch', key: 'status', default: false },
  { ...base, kind: 'whole', key: 'days_active', default: 30, min: 1, max: 100 },
  { ...base, kind: 'text', key: 'order_description', default: 'Your order', lengthMax: 200 },
  { ...base, kind: 'secret', key: 'api_key', default: '', lengthMax: 200 },
  { ...base, kind: 'statuses', key: 'watched', default: [] },
  { ...base, kind: 'list', key: 'methods', default: ['ideal'] },
];
const code = 'payment_multisafepay';
const secretKey = deriveSecretKey('a key of at least thirty-two characters');
const place = (storeId: number, table: SettingPlace['table'] = 'setting'): SettingPlace => ({
  storeId,
  code,
  secretKey,
  table,
});

let shop: Awaited<ReturnType<typeof freshDatabase>>;
beforeEach(async () => {
  shop = await freshDatabase();
});
afterEach(() => shop.destroy());

const save = (at: SettingPlace, values: Record<string, unknown>) =>
  transaction(shop.db, (tx) => saveExtensionSettings(tx, at, schema, values));

test('saving a code replaces its rows in that store and touches no other store or code', async () => {
  await transaction(shop.db, async (tx) => {
    await saveSettings(tx, 0, 'config', [{ key: 'config_name', value: 'Shop', serialized: 0 }]);
    await saveSettings(tx, 0, code, [{ key: `${code}_status`, value: '1', serialized: 0 }]);
    await saveSettings(tx, 1, code, [{ key: `${code}_status`, value: '0', serialized: 0 }]);
    await saveSettings(tx, 0, code, [{ key: `${code}_days_active`, value: '3', serialized: 0 }]);
  });
  const keys = async (storeId: number, of: string) =>
    (await listSettings(shop.db, [storeId], of)).map((row) => row.key);
  expect(await keys(0, code)).toEqual([`${code}_days_active`]);
  expect(await keys(1, code)).toEqual([`${code}_status`]);
  expect(await keys(0, 'config')).toEqual(['config_name']);
});

test('editing one value leaves its neighbours, and makes the row when it is missing', async () => {
  await transaction(shop.db, async (tx) => {
    await saveSettings(tx, 0, 'config', [{ key: 'config_name', value: 'Shop', serialized: 0 }]);
    await editSettingValue(tx, 0, 'config', { key: 'config_tax', value: '0', serialized: 0 });
    await editSettingValue(tx, 0, 'config', { key: 'config_tax', value: '1', serialized: 0 });
  });
  const rows = await listSettings(shop.db, [0], 'config');
  expect(rows.map((row) => [row.key, row.value])).toEqual([
    ['config_name', 'Shop'],
    ['config_tax', '1'],
  ]);
});

test('every kind of setting comes back as it was saved, and what was never saved is the default', async () => {
  expect(await readExtensionSettings(shop.db, place(0), schema)).toMatchObject({ days_active: 30, methods: ['ideal'] });
  const values = {
    status: true,
    days_active: 7,
    order_description: 'Order & "more" <b> &amp;',
    api_key: 'sk_1',
    watched: [17, 2],
    methods: ['a&b', 'c'],
  };
  for (const table of ['setting', 'payment_link_setting'] as const) {
    await save(place(0, table), values);
    expect(await readExtensionSettings(shop.db, place(0, table), schema)).toEqual(values);
  }
});

test('a store overrides the default store key by key', async () => {
  await save(place(0), { status: true, days_active: 7, api_key: 'default key' });
  await save(place(2), { days_active: 9 });
  const read = await readExtensionSettings(shop.db, place(2), schema);
  expect(read).toMatchObject({ status: true, days_active: 9, api_key: 'default key' });
  expect(await readOwnSettings(shop.db, place(2), schema)).toEqual({ days_active: 9 });
  expect(await readExtensionSettings(shop.db, place(0), schema)).toMatchObject({ days_active: 7 });
});

test('a secret is boxed at rest, kept by an empty post, forgotten by null', async () => {
  await save(place(0), { api_key: 'sk_live_1' });
  const [row] = await listSettings(shop.db, [0], code);
  expect(row?.value).toMatch(/^box1:/);
  expect(row?.value).not.toContain('sk_live_1');
  await save(place(0), { status: true, api_key: '' });
  expect(await readExtensionSettings(shop.db, place(0), schema)).toMatchObject({ status: true, api_key: 'sk_live_1' });
  await save(place(0), { status: true, api_key: null });
  expect(await readExtensionSettings(shop.db, place(0), schema)).toMatchObject({ status: true, api_key: '' });
});

test('a secret of another APP_KEY is refused with the remedy; one written by hand reads as it stands', async () => {
  const put = (value: string) =>
    shop.db(t(shop.db, 'setting')).insert({ store_id: 0, code, key: `${code}_api_key`, value });
  await put(encrypt(deriveSecretKey('another'), 'sk_1'));
  await expect(readExtensionSettings(shop.db, place(0), schema)).rejects.toMatchObject({ code: 'secret_unreadable' });
  await save(place(0), { api_key: null });
  await put('sk_by_hand');
  expect(await readExtensionSettings(shop.db, place(0), schema)).toMatchObject({ api_key: 'sk_by_hand' });
});

test('rows of the code that the schema does not know survive a save', async () => {
  const foreign = { key: `${code}_sort_order`, value: '4', serialized: 0 as const };
  await transaction(shop.db, (tx) => saveSettings(tx, 0, code, [foreign]));
  await save(place(0), { status: true });
  const keys = (await listSettings(shop.db, [0], code)).map((row) => row.key);
  expect(keys).toEqual([`${code}_sort_order`, `${code}_status`]);
});
