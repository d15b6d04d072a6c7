import { listStatusUses, type StatusUse } from '../../../extension/opencart/localisation/order_status_uses';
import type { PaymentExtension } from '../../../extension/payment_link/gateways/payment_extension';
import { PAYMENT_LINK_SETTINGS } from '../../../extension/payment_link/setting/settings';
import type { TextFiles } from '../../../language';
import { fill } from '../../../system/language';
import type { Admin } from '../../admin';
import type { PlaceView } from '../../view/partial/in_use';
import type { Visit } from '../../visit';
import { extensionRoute, extensionTexts } from '../payment/extension_of';

type SettingUse = Extract<StatusUse, { place: 'setting' }>;

/** A setting as its page calls it, and the way to it. */
interface Place {
  readonly page: string;
  readonly field: string;
  /** Null for what is set elsewhere. */
  readonly href: string | null;
}

/** Where a status is in use, each in the words of the page where another one can be chosen. */
export async function statusPlaces(app: Admin, visit: Visit, statusId: number): Promise<PlaceView[]> {
  const uses = await listStatusUses(app.db, statusId);
  const stores = await app.orderBook.listStores(app.db);
  const text = visit.texts('localisation/order_status');
  return uses.map((use) => {
    if (use.place === 'orders') {
      return { text: text.used_orders, href: visit.href('/admin/sale/order', { filter_status: statusId }) };
    }
    if (use.place === 'histories') return { text: text.used_histories, href: null };
    const store = stores.find(({ storeId }) => storeId === use.storeId)?.name ?? `#${use.storeId}`;
    const { page, field, href } = placeOf(app, visit, use);
    const template = stores.length > 1 || use.storeId !== 0 ? text.used_in_store : text.used_in;
    return { text: fill(template, { page, field, store }), href };
  });
}

function placeOf(app: Admin, visit: Visit, use: SettingUse): Place {
  const own = PAYMENT_LINK_SETTINGS.find(({ key }) => use.key === `payment_link_${key}`);
  if (own) return linksPlace(visit, own, use);
  const extension = app.paymentExtensions.find(({ code }) => use.key.startsWith(`payment_${code}_`));
  return extension ? providerPlace(visit, extension, use) : shopPlace(visit, use);
}

function providerPlace(visit: Visit, extension: PaymentExtension, { key, storeId }: SettingUse): Place {
  const own = key.slice(`payment_${extension.code}_`.length);
  const field = extension.settings.find((one) => one.key === own);
  const query = { store_id: storeId || null, tab: field?.tab ?? null };
  return {
    page: extension.title,
    field: (field && extensionTexts(visit, extension)[field.label]) ?? own,
    href: `${visit.href(`/admin/${extensionRoute(extension.code)}`, query)}#${own}`,
  };
}

/** Of the settings of payment links, whichever provider makes them. */
function linksPlace(
  visit: Visit,
  { key, tab, label }: (typeof PAYMENT_LINK_SETTINGS)[number],
  { storeId }: SettingUse,
): Place {
  const fields: Readonly<Record<string, string>> = visit.texts('extension/payment_link');
  const href = visit.href('/admin/extension/payment_link', { store_id: storeId || null, tab });
  return { page: visit.texts('extension/payment').settings_links, field: fields[label] ?? key, href: `${href}#${key}` };
}

type StoreTexts = TextFiles['setting/store'];

const STORE_FIELDS: Readonly<Record<string, keyof StoreTexts>> = {
  order_status_id: 'entry_order_status',
  processing_status: 'entry_processing_status',
  complete_status: 'entry_complete_status',
  void_status_id: 'entry_void_status',
  failed_status_id: 'entry_failed_status',
};

/** Of a store's own settings; else of something that is set up in the shop's PHP alone. */
function shopPlace(visit: Visit, { key, storeId }: SettingUse): Place {
  const text = visit.texts('setting/store');
  const own = key.replace(/^config_/, '');
  const label = STORE_FIELDS[own];
  if (label !== undefined) {
    const href = visit.href('/admin/setting/store/form', { store_id: storeId, tab: 'option' });
    return { page: text.title, field: text[label], href: `${href}#${own}` };
  }
  const { used_fraud, used_method } = visit.texts('localisation/order_status');
  if (own === 'fraud_status_id') return { page: text.title, field: used_fraud, href: null };
  const code = /^payment_(.+?)_order_status_id/.exec(key)?.[1] ?? key;
  return { page: fill(used_method, { code }), field: text.entry_order_status, href: null };
}
