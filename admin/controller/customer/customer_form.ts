import type { CustomerForm } from '../../../extension/opencart/customer/save_customer';
import { fill } from '../../../system/language';
import type { Admin } from '../../admin';
import { formPage, openForm, type FormState } from '../../form/form';
import { under } from '../../form/summary';
import type { CustomerFormView } from '../../view/customer/customer_form';
import { tabsOf, type TabView } from '../../view/partial/tabs';
import type { Visit } from '../../visit';
import { choicesOf } from './customer_choices';
import { addressView, generalCards, type CustomerParts } from './customer_fields';

export const ROUTE = 'customer/customer';

interface CustomerShown extends FormState {
  /** 0 for a new one. */
  readonly customerId: number;
  readonly typed: CustomerForm;
}

export async function customerFormView(app: Admin, visit: Visit, shown: CustomerShown): Promise<CustomerFormView> {
  const { customerId, typed } = shown;
  const form = openForm(app, visit, { route: ROUTE, text: visit.texts(ROUTE), ...shown });
  const parts: CustomerParts = { ...form, typed, choices: await choicesOf(app, typed) };
  const name = `${typed.firstName} ${typed.lastName}`;
  const title = customerId === 0 ? form.text.title_add : fill(form.text.title_edit, { name });
  const general = generalCards(parts);
  const addresses = typed.addresses.map((address, index) => addressView(parts, address, index));
  const fields = [
    ...general.flatMap((card) => card.fields),
    ...addresses.flatMap((address) => under(address.heading, address.fields)),
  ];
  return {
    ...(await formPage(form, { title, query: { customer_id: customerId || null }, fields })),
    scripts: ['tabs.js', 'zones.js'],
    customerId: String(customerId),
    tabs: tabs(parts),
    general,
    addresses,
  };
}

function tabs({ text, errors, typed, tab }: CustomerParts): TabView[] {
  const isAddress = (field: string): boolean => field.startsWith('address_');
  const count = typed.addresses.length;
  const all = [
    { id: 'general', text: text.tab_general, wrong: errors.list.some(({ field }) => !isAddress(field)) },
    {
      id: 'address',
      text: count === 0 ? text.tab_address : `${text.tab_address} (${count})`,
      wrong: errors.list.some(({ field }) => isAddress(field)),
    },
  ];
  return tabsOf(all, tab, text.tab_wrong);
}
