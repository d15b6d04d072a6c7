import type { TextsOf } from '../../../system/language';
import type { menu as english } from '../../en-gb/common/menu';

export const menu = {
  groups: {
    catalog: 'Catalogus',
    sales: 'Verkoop',
    customers: 'Klanten',
    system: 'Systeem',
    localisation: 'Lokalisatie',
    extensions: 'Extensies',
  },
  entries: {
    'catalog/product': 'Producten',
    'catalog/option': 'Opties',
    'sale/order': 'Bestellingen',
    'sale/payment_link': 'Betaallinks',
    'customer/customer': 'Klanten',
    'setting/store': 'Instellingen',
    'user/user': 'Gebruikers',
    'user/user_permission': 'Gebruikersgroepen',
    'setting/permission': 'Rechten',
    'localisation/order_status': 'Bestelstatussen',
    'extension/payment': 'Betalingen',
    'extension/payment_link': 'Instellingen van links',
    'extension/shipping': 'Verzending en toeslagen',
    'tool/settings_check': 'Instellingen controleren',
    'tool/job': 'Taken',
    'tool/journal': 'Logboek',
  },
} as const satisfies TextsOf<typeof english>;
