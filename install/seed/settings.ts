import { escapeText } from '../../extension/opencart/escaping';
import type { NewSetting } from '../../extension/opencart/setting/setting_rows';
import { saveSettings } from '../../extension/opencart/setting/setting_rows';
import type { Tx } from '../../system/db/table';
import type { SettingValue } from '../data/settings';
import { EXTENSIONS, SETTINGS } from '../data/settings';
import { seedCountryList, seedZoneList } from './countries';
import { insertRows } from './rows';

/** The shop stands in Amsterdam until its owner says otherwise. */
export async function seedSettings(tx: Tx, publicUrl: string): Promise<void> {
  const country = seedCountryList().find((one) => one.iso2 === 'NL');
  const zone = seedZoneList().find((one) => one.iso2 === 'NL' && one.code === 'NH');
  const place = {
    config_url: `${publicUrl}/`,
    config_country_id: String(country?.id ?? 0),
    config_zone_id: String(zone?.id ?? 0),
  };
  for (const [code, values] of Object.entries(SETTINGS)) {
    const all = code === 'config' ? { ...values, ...place } : values;
    await saveSettings(tx, 0, code, Object.entries(all).map(settingRow));
  }
  await insertRows(
    tx,
    'extension',
    EXTENSIONS.map(([type, code]) => ({ extension: 'opencart', type, code })),
  );
}

export function settingRow([key, value]: readonly [string, SettingValue]): NewSetting {
  if (typeof value === 'string') return { key, value: escapeText(value), serialized: 0 };
  return { key, value: JSON.stringify(value), serialized: 1 };
}
