import type { ShopDirectory, ShopIdentity } from '../../payment_link/mail_port';
import type { Db } from '../../../system/db/table';
import { readSettings, type ShopSettings } from './settings';
import { logos, type LogoPlace } from './shop_logo';
import { findStore } from './stores';

/**
 * Who a store is, for mails and customers' pages, out of its settings. `fallbackUrl`: the default store's address,
 * which OpenCart keeps outside the database.
 */
export function shopDirectory(
  db: Db,
  addresses: { fallbackUrl: string; adminUrl: string },
  images: LogoPlace,
): ShopDirectory {
  const shelf = logos(images);
  return {
    async identityOf(storeId) {
      const settings = await readSettings(db, storeId);
      const store = storeId === 0 ? null : await findStore(db, storeId);
      return {
        ...identity(storeId, settings, store?.url || addresses.fallbackUrl, addresses.adminUrl),
        logo: await shelf.of(settings.text('config_logo')),
      };
    },
  };
}

function identity(storeId: number, settings: ShopSettings, url: string, adminUrl: string): Omit<ShopIdentity, 'logo'> {
  return {
    storeId,
    name: settings.text('config_name', 'Your Store'),
    address: settings.text('config_address'),
    email: settings.text('config_email'),
    telephone: settings.text('config_telephone'),
    url,
    timeZone: settings.timeZone,
    language: settings.text('config_language_catalog') || settings.text('config_language', 'en-gb'),
    pricesWithTax: settings.flag('config_tax'),
    alertsOrders: wantsOrderAlert(settings.json('config_mail_alert')),
    alertEmails: settings
      .text('config_mail_alert_email')
      .split(',')
      .map((address) => address.trim())
      .filter((address) => address !== ''),
    adminOrderUrl: `${adminUrl}/sale/order/info?order_id={orderId}`,
  };
}

function wantsOrderAlert(alerts: unknown): boolean {
  return Array.isArray(alerts) && alerts.includes('order');
}
