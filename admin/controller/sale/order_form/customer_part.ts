import { listCustomerGroups } from '../../../../extension/opencart/customer/customer_groups';
import { listCurrencies } from '../../../../extension/opencart/localisation/currencies';
import { listLanguages } from '../../../../extension/opencart/localisation/languages';
import { searchCustomers } from '../../../../extension/opencart/customer/search_customers';
import { listStores } from '../../../../extension/opencart/setting/stores';
import { fill } from '../../../../system/language';
import type { Admin } from '../../../admin';
import type { OrderFormView } from '../../../view/sale/order_form';
import type { Visit } from '../../../visit';
import { optionsOf, type FieldMaker } from './fields';
import type { OrderFormState } from './state';

const FOUND_MAX = 8;

export async function customerPart(
  app: Admin,
  visit: Visit,
  state: OrderFormState,
  field: FieldMaker,
  languageId: number,
): Promise<OrderFormView['customer']> {
  const text = visit.texts('sale/order_form');
  const { draft, customerSearch } = state;
  const found = customerSearch === '' ? [] : await searchCustomers(app.db, { text: customerSearch, limit: FOUND_MAX });
  return {
    search: customerSearch,
    found: found.map((customer) => ({
      value: `pick_customer:${customer.customerId}`,
      text: `${customer.firstName} ${customer.lastName}`,
      detail: customer.email,
    })),
    nothingFound: customerSearch !== '' && found.length === 0,
    chosen:
      draft.customerId === 0 ? null : fill(text.chosen_customer, { name: `${draft.firstName} ${draft.lastName}` }),
    consent: draft.remindersConsent,
    shopFields: await shopFields(app, visit, state, field, languageId),
    fields: [
      field('text', 'firstname', text.entry_firstname, draft.firstName, { required: true, lengthMax: 32 }),
      field('text', 'lastname', text.entry_lastname, draft.lastName, { required: true, lengthMax: 32 }),
      field('email', 'email', text.entry_email, draft.email, { lengthMax: 96, help: text.help_email }),
      field('tel', 'telephone', text.entry_telephone, draft.telephone, { lengthMax: 32 }),
    ],
  };
}

/** What seldom changes from one order to the next, below the person: store, currency, language, group. */
async function shopFields(app: Admin, visit: Visit, { draft }: OrderFormState, field: FieldMaker, languageId: number) {
  const text = visit.texts('sale/order_form');
  const [stores, currencies, languages, groups] = await Promise.all([
    listStores(app.db),
    listCurrencies(app.db),
    listLanguages(app.db),
    listCustomerGroups(app.db, languageId),
  ]);
  const select = (path: string, label: string, chosen: string | number, choices: { value: string; text: string }[]) =>
    field('select', path, label, '', { options: optionsOf(choices, String(chosen)) });
  return [
    select(
      'store_id',
      text.entry_store,
      draft.storeId,
      stores.map((s) => ({ value: String(s.storeId), text: s.name })),
    ),
    select(
      'currency_code',
      text.entry_currency,
      draft.currencyCode,
      currencies.map((c) => ({ value: c.code, text: `${c.title} (${c.code})` })),
    ),
    select(
      'language_id',
      text.entry_language,
      draft.languageId,
      languages.map((l) => ({ value: String(l.languageId), text: l.name })),
    ),
    select(
      'customer_group_id',
      text.entry_customer_group,
      draft.customerGroupId,
      groups.map((g) => ({ value: String(g.id), text: g.name })),
    ),
  ];
}
