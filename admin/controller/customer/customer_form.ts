import type { CustomerForm } from '../../../extension/opencart/customer/save_customer';
import { fill } from '../../../system/language';
import type { Admin } from '../../admin';
import { fieldMaker } from '../../fields';
import type { FieldErrors } from '../../form_errors';
import { readOnlyText } from '../../read_only';
import type { CustomerFormView } from '../../view/customer/customer_form';
import { tabsOf } from '../../view/partial/tabs';
import type { Visit } from '../../visit';
import { choicesOf } from './customer_choices';
import { addressView, generalCards } from './customer_fields';

const HOME = '/admin/customer/customer';

export async function customerFormView(
  app: Admin,
  visit: Visit,
  customerId: number,
  form: CustomerForm,
  errors: FieldErrors,
  tab: string,
): Promise<CustomerFormView> {
  const text = { ...visit.texts('common/form'), ...visit.texts('customer/customer') };
  const mayModify = visit.may('modify', 'customer/customer');
  const maker = fieldMaker(errors, mayModify);
  const choices = await choicesOf(app, form);
  const title =
    customerId === 0 ? text.title_add : fill(text.title_edit, { name: `${form.firstName} ${form.lastName}` });
  const isAddress = (field: string): boolean => field.startsWith('address_');
  const tabs = [
    { id: 'general', text: text.tab_general, wrong: errors.list.some(({ field }) => !isAddress(field)) },
    {
      id: 'address',
      text: form.addresses.length === 0 ? text.tab_address : `${text.tab_address} (${form.addresses.length})`,
      wrong: errors.list.some(({ field }) => isAddress(field)),
    },
  ];
  return {
    title,
    crumbs: [
      { text: text.title, href: visit.href(HOME) },
      { text: title, href: visit.href(`${HOME}/form`, { customer_id: customerId || null }) },
    ],
    scripts: ['tabs.js', 'zones.js'],
    text,
    action: visit.href(`${HOME}/save`),
    cancelHref: visit.href(HOME),
    customerId: String(customerId),
    mayModify,
    readOnly: await readOnlyText(app, visit, 'customer/customer'),
    errors: errors.list,
    tabs: tabsOf(tabs, tab, text.tab_wrong),
    general: generalCards(maker, form, choices, text),
    addresses: form.addresses.map((address, index) =>
      addressView(maker, address, index, choices, text, visit.href(`${HOME}/zones`)),
    ),
  };
}
