import { listCustomerGroups } from '../../../../extension/opencart/customer/customer_groups';
import { listCurrencies } from '../../../../extension/opencart/localisation/currencies';
import { listLanguages } from '../../../../extension/opencart/localisation/languages';
import { searchCustomers } from '../../../../extension/opencart/customer/search_customers';
import { listStores } from '../../../../extension/opencart/setting/stores';
import { fill } from '../../../../system/language';
import type { OrderFormView } from '../../../view/sale/order_form';
import type { FieldView } from '../../../view/partial/field';
import { optionsOf } from './fields';
import type { OrderParts } from './parts';

const FOUND_MAX = 8;

export async function customerPart(parts: OrderParts): Promise<OrderFormView['customer']> {
  const { app, text, state } = parts;
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
    shopFields: await shopFields(parts),
    fields: personFields(parts),
  };
}

function personFields({ field, text, state: { draft } }: OrderParts): FieldView[] {
  const name = { required: true, lengthMax: 32 };
  return [
    field({ path: 'firstname', label: text.entry_firstname, value: draft.firstName, ...name }),
    field({ path: 'lastname', label: text.entry_lastname, value: draft.lastName, ...name }),
    field({
      kind: 'email',
      path: 'email',
      label: text.entry_email,
      value: draft.email,
      lengthMax: 96,
      help: text.help_email,
    }),
    field({ kind: 'tel', path: 'telephone', label: text.entry_telephone, value: draft.telephone, lengthMax: 32 }),
  ];
}

/** What seldom changes from one order to the next, below the person: store, currency, language, group. */
async function shopFields({ app, text, field, languageId, state: { draft } }: OrderParts): Promise<FieldView[]> {
  const [stores, currencies, languages, groups] = await Promise.all([
    listStores(app.db),
    listCurrencies(app.db),
    listLanguages(app.db),
    listCustomerGroups(app.db, languageId),
  ]);
  const select = (path: string, label: string, options: FieldView['options']): FieldView =>
    field({ kind: 'select', path, label, options: options ?? [] });
  const storeChoices = stores.map((one) => ({ value: String(one.storeId), text: one.name }));
  const currencyChoices = currencies.map((one) => ({ value: one.code, text: `${one.title} (${one.code})` }));
  const languageChoices = languages.map((one) => ({ value: String(one.languageId), text: one.name }));
  const groupChoices = groups.map((one) => ({ value: String(one.id), text: one.name }));
  return [
    select('store_id', text.entry_store, optionsOf(storeChoices, String(draft.storeId))),
    select('currency_code', text.entry_currency, optionsOf(currencyChoices, draft.currencyCode)),
    select('language_id', text.entry_language, optionsOf(languageChoices, String(draft.languageId))),
    select('customer_group_id', text.entry_customer_group, optionsOf(groupChoices, String(draft.customerGroupId))),
  ];
}
