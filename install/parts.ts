import { midtrans } from '../extension/midtrans/manifest';
import { API_URLS as MIDTRANS_URLS, midtransProvider } from '../extension/midtrans/provider';
import { multisafepay } from '../extension/multisafepay/manifest';
import { API_URLS as MULTISAFEPAY_URLS, multisafepayProvider } from '../extension/multisafepay/provider';
import { readExtensionSettings } from '../extension/opencart/setting/extension_settings';
import type { SettingTable } from '../extension/opencart/setting/setting_rows';
import type { GatewayProvider, SettingValues } from '../extension/payment_link/gateway';
import type { PaymentExtension } from '../extension/payment_link/gateways/payment_extension';
import { PAYMENT_LINK_SETTINGS } from '../extension/payment_link/setting/settings';
import { SANDBOX_PATH as MIDTRANS_SANDBOX } from '../extension/sandbox/midtrans/sandbox';
import { SANDBOX_PATH as MULTISAFEPAY_SANDBOX } from '../extension/sandbox/multisafepay/sandbox';
import type { Config } from '../system/config';
import type { Db } from '../system/db/table';
import type { SecretKey } from '../system/secret_box';
import type { Schema } from '../system/settings';

/** The payment extensions there are, in the order in which pages list them. */
export const PAYMENT_EXTENSIONS: readonly PaymentExtension[] = [multisafepay, midtrans];

/** A provider as a process holds it: idle connections end with `close`. */
export type OpenProvider = GatewayProvider & { close(): Promise<void> };

/** `baseUrl`: where this process itself listens, for the demo's sandbox. */
export function openProviders(config: Config, baseUrl: string): OpenProvider[] {
  const { multisafepayApiUrl, midtransApiUrl, gatewayParallel: parallel, demo } = config;
  const sandbox = (path: string): string | null => (demo ? `${baseUrl}${path}` : null);
  const multisafepayUrl = multisafepayApiUrl ?? sandbox(`${MULTISAFEPAY_SANDBOX}/v1/json`);
  const midtransUrl = midtransApiUrl ?? sandbox(MIDTRANS_SANDBOX);
  return [
    multisafepayProvider({ apiUrl: bothAt(multisafepayUrl) ?? MULTISAFEPAY_URLS, parallel }),
    midtransProvider({ apiUrl: bothAt(midtransUrl) ?? MIDTRANS_URLS, parallel }),
  ];
}

function bothAt(url: string | null): { readonly test: string; readonly live: string } | null {
  return url === null ? null : { test: url, live: url };
}

const SCHEMAS: ReadonlyMap<string, Schema> = new Map<string, Schema>([
  ['payment_link', PAYMENT_LINK_SETTINGS],
  ...PAYMENT_EXTENSIONS.map((extension): [string, Schema] => [extension.code, extension.settings]),
]);

/** @throws Error for a code that no extension here has */
function schemaOf(code: string): Schema {
  const schema = SCHEMAS.get(code);
  if (schema === undefined) throw new Error(`no extension is called ${code}`);
  return schema;
}

/** The code under which an extension's rows stand in the table `setting`. */
export function settingCode(code: string): string {
  return code === 'payment_link' ? code : `payment_${code}`;
}

/** Reads an extension's settings for a store, defaults filled in; keeps nothing. */
export function settingsReader(
  db: Db,
  secretKey: SecretKey,
  table: SettingTable,
): (storeId: number, code: string) => Promise<SettingValues> {
  return (storeId, code) =>
    readExtensionSettings(db, { storeId, code: settingCode(code), secretKey, table }, schemaOf(code));
}
