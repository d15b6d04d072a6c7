import type { Clock } from '../../../system/clock';
import { transaction } from '../../../system/db/transaction';
import type { Db, Tx } from '../../../system/db/table';
import { invalidForm, notFound } from '../../../system/errors';
import { isMailAddress } from '../../../system/mail/header';
import type { Address } from './addresses';
import { saveAddresses } from './addresses';
import { checkAddress } from './check_address';
import { listCustomerGroups } from './customer_groups';
import type { CustomerData } from './customer_rows';
import { insertCustomer, updateCustomer } from './customer_rows';
import { findCustomer, findCustomerIdByEmail } from './customers';
import { fits } from '../names';
import { readSettings } from '../setting/settings';
import { toShopTime } from '../shop_time';

export interface CustomerForm extends CustomerData {
  readonly addresses: readonly Address[];
}

/** Adds a customer (`customerId` null) or changes one. @returns its id. @throws AppError `invalid_form`, `not_found` */
export async function saveCustomer(
  db: Db | Tx,
  clock: Clock,
  customerId: number | null,
  form: CustomerForm,
): Promise<number> {
  return transaction(db, async (tx) => {
    if (customerId !== null && (await findCustomer(tx, customerId)) === null) throw notFound();
    const fields = await checkCustomer(tx, customerId, form);
    if (Object.keys(fields).length > 0) throw invalidForm({ fields });
    const now = toShopTime(clock.now(), (await readSettings(tx, 0)).timeZone);
    const id = customerId ?? (await insertCustomer(tx, form, now));
    if (customerId !== null) await updateCustomer(tx, customerId, form);
    await saveAddresses(tx, id, oneDefault(form.addresses));
    return id;
  });
}

async function checkCustomer(tx: Tx, customerId: number | null, form: CustomerForm): Promise<Record<string, string>> {
  const fields: Record<string, string> = {};
  if (!fits(form.firstName, 1, 32)) fields['firstname'] = 'error_firstname';
  if (!fits(form.lastName, 1, 32)) fields['lastname'] = 'error_lastname';
  if (!fits(form.telephone, 0, 32)) fields['telephone'] = 'error_telephone';
  if (!isCustomerEmail(form.email)) fields['email'] = 'error_email';
  else if (await isTaken(tx, customerId, form.email)) fields['email'] = 'error_exists';
  const groups = await listCustomerGroups(tx, 0);
  if (!groups.some((group) => group.id === form.customerGroupId)) fields['customer_group_id'] = 'error_choice';
  for (const [index, address] of form.addresses.entries()) {
    Object.assign(fields, await checkAddress(tx, address, `address_${index}_`));
  }
  return fields;
}

/** One plain address without line breaks, that fits the column of 96 characters. */
export function isCustomerEmail(email: string): boolean {
  return fits(email, 3, 96) && isMailAddress(email.trim());
}

async function isTaken(tx: Tx, customerId: number | null, email: string): Promise<boolean> {
  const owner = await findCustomerIdByEmail(tx, email);
  return owner !== null && owner !== customerId;
}

/** Exactly one address is the default: the first that says so, else the first. */
function oneDefault(addresses: readonly Address[]): Address[] {
  const chosen = Math.max(
    0,
    addresses.findIndex((address) => address.isDefault),
  );
  return addresses.map((address, index) => ({ ...address, isDefault: index === chosen }));
}
