import { settings as midtrans } from '../../extension/midtrans/settings';
import { settings as multisafepay } from '../../extension/multisafepay/settings';
import { saveExtensionSettings } from '../../extension/opencart/setting/extension_settings';
import { editSettingValue } from '../../extension/opencart/setting/setting_rows';
import type { Tx } from '../../system/db/table';
import { deriveSecretKey, type SecretKey } from '../../system/secret_box';
import type { Schema, Values } from '../../system/settings';
import { DEMO_COUPONS } from '../data/demo_coupons';
import { PAYMENT_REQUEST, PAYMENT_REQUEST_STATUS_ID } from '../data/order_statuses';
import { SETTINGS } from '../data/settings';
import { namedRows } from '../seed/localisation';
import { insertRows } from '../seed/rows';
import { settingRow } from '../seed/settings';

/** The keys that the demo's own stand-ins know; they open nothing else. */
export const DEMO_TEST_KEY = 'demo-key-multisafepay-test';
const DEMO_LIVE_KEY = 'demo-key-multisafepay-live';
export const DEMO_MIDTRANS_TEST_KEY = 'demo-key-midtrans-test';
const DEMO_MIDTRANS_LIVE_KEY = 'demo-key-midtrans-live';

const SHOP = {
  config_name: 'Canal House Goods',
  config_owner: 'Canal House Goods B.V.',
  config_address: 'Prinsengracht 999\n1015 ZZ Amsterdam\nThe Netherlands',
  config_email: 'shop@canalhouse.example',
  config_telephone: '+31 20 123 4567',
} as const;

/** With these, the first order saved in the status "Payment Request" makes a link: Midtrans's in rupiah alone. */
export async function seedDemoSettings(tx: Tx, appKey: string): Promise<void> {
  await insertRows(tx, 'order_status', namedRows('order_status_id', [[PAYMENT_REQUEST_STATUS_ID, PAYMENT_REQUEST]]));
  const processing = SETTINGS['config']?.['config_processing_status'] as readonly string[];
  const shop = { ...SHOP, config_processing_status: [...processing, String(PAYMENT_REQUEST_STATUS_ID)] };
  for (const entry of Object.entries(shop)) await editSettingValue(tx, 0, 'config', settingRow(entry));
  const secretKey = deriveSecretKey(appKey);
  await seedProvider(tx, secretKey, 'multisafepay', multisafepay, {
    sandbox_api_key: DEMO_TEST_KEY,
    api_key: DEMO_LIVE_KEY,
  });
  await seedProvider(tx, secretKey, 'midtrans', midtrans, {
    sort_order: 1,
    sandbox_api_key: DEMO_MIDTRANS_TEST_KEY,
    api_key: DEMO_MIDTRANS_LIVE_KEY,
  });
}

/** Installed, enabled, on its test account, with links for the demo's status. */
async function seedProvider(tx: Tx, secretKey: SecretKey, code: string, schema: Schema, own: Values): Promise<void> {
  await insertRows(tx, 'extension', [{ extension: 'opencart', type: 'payment', code }]);
  await saveExtensionSettings(tx, { storeId: 0, code: `payment_${code}`, secretKey }, schema, {
    status: true,
    environment: '1',
    generate_payment_links_status: true,
    order_status_id_initialize_payment_request: PAYMENT_REQUEST_STATUS_ID,
    ...own,
  });
}

export async function seedDemoCoupons(tx: Tx, now: string): Promise<void> {
  const always = { date_start: null, date_end: null, uses_total: 0, uses_customer: 0, status: 1, date_added: now };
  const rows = DEMO_COUPONS.map(([name, code, type, discount, freesShipping, total]) => ({
    name,
    code,
    type,
    discount,
    logged: 0,
    shipping: freesShipping ? 1 : 0,
    total,
    ...always,
  }));
  await insertRows(tx, 'coupon', rows);
}
