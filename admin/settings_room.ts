import type { SettingsRoom } from '../extension/opencart/setting/save_payment_settings';
import type { Person } from '../extension/payment_link/journal/person';
import { notFound } from '../system/errors';
import { wholeIn, type Input } from '../system/http/input';
import type { Admin } from './admin';
import type { Visit } from './visit';

/** Where the settings of this program's extensions are: beside a live PHP shop in a table of our own. */
export function settingsRoom(app: Admin): SettingsRoom {
  const { links, secretKey, config } = app;
  return { links, secretKey, table: config.shop === 'attached' ? 'payment_link_setting' : 'setting' };
}

export function personOf(visit: Visit): Person {
  return { name: visit.user.username, ip: visit.ip };
}

export interface ChosenStore {
  readonly storeId: number;
  readonly name: string;
}

/** The store a page is about, and all there are. @throws AppError `not_found` */
export async function chosenStore(
  app: Admin,
  input: Input,
): Promise<{ store: ChosenStore; stores: readonly ChosenStore[] }> {
  const storeId = wholeIn(input, 'store_id');
  const stores = await app.orderBook.listStores(app.db);
  const store = stores.find((one) => one.storeId === storeId);
  if (!store) throw notFound();
  return { store, stores };
}
