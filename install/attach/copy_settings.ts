import { settings as multisafepay } from '../../extension/multisafepay/settings';
import { listPluginSettings, type PluginSetting } from '../../extension/opencart/attach/detect_plugin';
import { plainText } from '../../extension/opencart/escaping';
import { saveExtensionSettings } from '../../extension/opencart/setting/extension_settings';
import { readState, writeState } from '../../extension/payment_link/state';
import type { Clock } from '../../system/clock';
import type { Db } from '../../system/db/table';
import { transaction } from '../../system/db/transaction';
import type { SecretKey } from '../../system/secret_box';
import { parsePosted, readStored, type Field } from '../../system/settings';

const STATE = 'plugin_settings_copied';
const CODE = 'payment_multisafepay';
const LINKS_ON = 'generate_payment_links_status';

/**
 * Copies what the official plugin was told into our own table, once: keys encrypted, what does not fit left at its
 * default, payment links off. From then on the two have nothing to do with each other.
 */
export async function copyPluginSettings(db: Db, clock: Clock, secretKey: SecretKey): Promise<number> {
  if ((await readState(db, STATE)) !== null) return 0;
  const rows = await listPluginSettings(db);
  const storeIds = [...new Set(rows.map((row) => row.storeId))];
  return transaction(db, async (tx) => {
    let copied = 0;
    for (const storeId of storeIds) {
      const values = valuesOf(rows.filter((row) => row.storeId === storeId));
      copied += Object.keys(values).length;
      const place = { storeId, code: CODE, secretKey, table: 'payment_link_setting' } as const;
      await saveExtensionSettings(tx, place, multisafepay, { ...values, [LINKS_ON]: false });
    }
    await writeState(tx, STATE, { copied }, clock.now());
    return copied;
  });
}

/** How many of the plugin's settings have a counterpart here, in all stores. */
export function countCopied(rows: readonly PluginSetting[]): number {
  return [...new Set(rows.map((row) => row.storeId))]
    .map((storeId) => Object.keys(valuesOf(rows.filter((row) => row.storeId === storeId))).length)
    .reduce((sum, count) => sum + count, 0);
}

function valuesOf(rows: readonly PluginSetting[]): Record<string, unknown> {
  const texts = new Map(rows.map((row) => [row.key, row.value]));
  const values: Record<string, unknown> = {};
  for (const field of multisafepay) {
    const text = texts.get(`${CODE}_${field.key}`);
    if (text === undefined || field.key === LINKS_ON || !fits(field, text)) continue;
    values[field.key] = readStored(field, field.kind === 'list' ? text : plainText(text).trim());
  }
  return values;
}

/** The plugin checks little of what is typed: an empty lifetime, for one, is stored as it is. */
function fits(field: Field, text: string): boolean {
  if (field.kind === 'list' || field.kind === 'statuses') return true;
  const plain = plainText(text).trim();
  if (field.kind === 'secret') return plain !== '';
  return parsePosted([field], { [field.key]: plain }).errors[field.key] === undefined;
}
