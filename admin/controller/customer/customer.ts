import { listAddresses } from '../../../extension/opencart/customer/addresses';
import { deleteCustomers } from '../../../extension/opencart/customer/customer_rows';
import { findCustomer } from '../../../extension/opencart/customer/customers';
import { listLanguages } from '../../../extension/opencart/localisation/languages';
import { saveCustomer, type CustomerForm } from '../../../extension/opencart/customer/save_customer';
import { readSettings } from '../../../extension/opencart/setting/settings';
import { notFound } from '../../../system/errors';
import { redirect, view, type Answer } from '../../../system/http/answer';
import { textIn, wholeIn } from '../../../system/http/input';
import { fill } from '../../../system/language';
import type { Admin } from '../../admin';
import { attempt, FieldErrors } from '../../form_errors';
import { doneWithJournal, savedWithJournal } from '../../journaled';
import { selectedIn } from '../../selected';
import type { Visit } from '../../visit';
import { customerFormView, ROUTE } from './customer_form';
import { customerListView } from './customer_list';
import { customerIn, newAddress, newCustomer } from './customer_typed';

const HOME = `/admin/${ROUTE}`;
const FORM = 'customer/customer_form';

export async function list(app: Admin, visit: Visit): Promise<Answer> {
  return view('customer/customer_list', await customerListView(app, visit));
}

export async function form(app: Admin, visit: Visit): Promise<Answer> {
  const customerId = wholeIn(visit.query, 'customer_id');
  const typed = customerId === 0 ? await emptyForm(app) : await storedForm(app, customerId);
  return view(FORM, await customerFormView(app, visit, { customerId, typed }));
}

async function emptyForm(app: Admin): Promise<CustomerForm> {
  const groupId = (await readSettings(app.db, 0)).number('config_customer_group_id', 1);
  return newCustomer(groupId, (await listLanguages(app.db))[0]?.languageId ?? 1);
}

/** @throws AppError `not_found` */
async function storedForm(app: Admin, customerId: number): Promise<CustomerForm> {
  const customer = await findCustomer(app.db, customerId);
  if (customer === null) throw notFound();
  return { ...customer, addresses: await listAddresses(app.db, customerId) };
}

export async function save(app: Admin, visit: Visit): Promise<Answer> {
  const customerId = wholeIn(visit.body, 'customer_id');
  const typed = customerIn(visit.body);
  const changed = await withAddressChanged(app, visit, typed);
  if (changed !== null) {
    return view(FORM, await customerFormView(app, visit, { customerId, typed: changed, tab: 'address' }));
  }
  const id = customerId || null;
  const text = visit.texts('customer/customer');
  const saved = await attempt(
    visit,
    () => savedWithJournal(app, visit, { route: ROUTE, id, save: (tx) => saveCustomer(tx, app.clock, id, typed) }),
    text,
  );
  if (!(saved instanceof FieldErrors)) return redirect(HOME, { kind: 'success', text: text.saved });
  const tab = textIn(visit.body, 'tab');
  return view(FORM, await customerFormView(app, visit, { customerId, typed, errors: saved, tab }), saved.status);
}

/** The buttons of the addresses show the form again and save nothing. Null for Save. */
async function withAddressChanged(app: Admin, visit: Visit, typed: CustomerForm): Promise<CustomerForm | null> {
  const act = textIn(visit.body, 'act');
  const removed = /^remove_address_(\d{1,4})$/.exec(act)?.[1];
  if (removed !== undefined) {
    return { ...typed, addresses: typed.addresses.filter((_address, index) => index !== Number(removed)) };
  }
  if (act === 'zones') return typed;
  if (act !== 'add_address') return null;
  const countryId = (await readSettings(app.db, 0)).number('config_country_id');
  return { ...typed, addresses: [...typed.addresses, newAddress(typed, countryId)] };
}

export async function remove(app: Admin, visit: Visit): Promise<Answer> {
  const text = visit.texts('customer/customer');
  const ids = selectedIn(visit.body);
  if (ids.length === 0) return redirect(HOME, { kind: 'warning', text: text.none_selected });
  await doneWithJournal(app, visit, { route: ROUTE, ids, act: (tx) => deleteCustomers(tx, ids) });
  return redirect(HOME, { kind: 'success', text: fill(text.deleted, { count: ids.length }) });
}
