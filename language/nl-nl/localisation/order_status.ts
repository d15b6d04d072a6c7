import type { TextsOf } from '../../../system/language';
import type { orderStatus as english } from '../../en-gb/localisation/order_status';

export const orderStatus = {
  title: 'Bestelstatussen',
  title_add: 'Bestelstatus toevoegen',
  title_edit: 'Bestelstatus bewerken',
  column_name: 'Naam van de bestelstatus',
  entry_name: 'Naam van de bestelstatus ({language})',
  default_mark: '(standaard)',
  elsewhere:
    'Dit zijn de statussen van uw winkel. In de beheeromgeving van de winkel zelf worden ze toegevoegd en hernoemd: System → Localisation → Order Statuses.',
  empty: 'Er zijn nog geen bestelstatussen.',
  error_name: 'De naam moet tussen 3 en 32 tekens lang zijn.',
  saved: 'De bestelstatussen zijn gewijzigd.',
  used_title: 'De bestelstatus “{name}” is in gebruik en kan niet worden verwijderd. Kies hier eerst een andere:',
  used_in: '{page}: {field}',
  used_in_store: '{page} van {store}: {field}',
  used_orders: 'Bestellingen met deze status',
  used_histories: 'De geschiedenis van bestellingen, die nooit wordt herschreven: de status moet blijven',
  used_fraud: 'Bestelstatus bij fraude',
  used_method: 'Betaalmethode {code} van de winkel',
  deleted: 'Verwijderd: {names}.',
} as const satisfies TextsOf<typeof english>;
