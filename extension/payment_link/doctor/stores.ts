import type { PaymentLinks } from '../context';
import type { GatewayProvider, SettingValues } from '../gateway';
import { readGatewaySettings, type GatewaySettings } from '../gateway_settings';
import type { Store } from '../order_book';

/** A provider that is enabled in a store. */
export interface EnabledProvider {
  readonly store: Store;
  readonly provider: GatewayProvider;
  readonly values: SettingValues;
  readonly settings: GatewaySettings;
}

export async function listEnabled(context: PaymentLinks): Promise<EnabledProvider[]> {
  const enabled: EnabledProvider[] = [];
  for (const store of await context.orderBook.listStores(context.db)) {
    for (const provider of context.providers) {
      const values = await context.settingsFor(store.storeId, provider.code);
      if (values['status'] !== true) continue;
      enabled.push({ store, provider, values, settings: readGatewaySettings(values) });
    }
  }
  return enabled;
}
