import type { PaymentLinks } from '../context';
import type { GatewayProvider, SettingValues } from '../gateway';
import { readGatewaySettings, type GatewaySettings } from '../gateways/gateway_settings';

/** A store as findings name it. */
export interface NamedStore {
  readonly storeId: number;
  /** Empty in a shop of one store. */
  readonly name: string;
}

/** A provider that is enabled in a store. */
export interface EnabledProvider {
  readonly store: NamedStore;
  readonly provider: GatewayProvider;
  readonly values: SettingValues;
  readonly settings: GatewaySettings;
}

export async function listNamedStores({ db, orderBook }: PaymentLinks): Promise<NamedStore[]> {
  const stores = await orderBook.listStores(db);
  return stores.map(({ storeId, name }) => ({ storeId, name: stores.length > 1 ? name : '' }));
}

export async function listEnabled(context: PaymentLinks): Promise<EnabledProvider[]> {
  const enabled: EnabledProvider[] = [];
  for (const store of await listNamedStores(context)) {
    for (const provider of context.providers) {
      const values = await context.settingsFor(store.storeId, provider.code);
      if (values['status'] !== true) continue;
      enabled.push({ store, provider, values, settings: readGatewaySettings(values) });
    }
  }
  return enabled;
}
