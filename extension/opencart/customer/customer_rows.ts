import type { Tx } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import type { Customer } from './customers';
import { escapeText } from '../escaping';

export type CustomerData = Omit<Customer, 'customerId'>;

export async function insertCustomer(tx: Tx, customer: CustomerData, now: string): Promise<number> {
  const [customerId = 0] = await tx(t(tx, 'customer')).insert({
    ...columnsOf(customer),
    password: '',
    custom_field: '[]',
    ip: '',
    safe: 0,
    token: '',
    code: '',
    date_added: now,
  });
  return customerId;
}

export async function updateCustomer(tx: Tx, customerId: number, customer: CustomerData): Promise<void> {
  await tx(t(tx, 'customer')).where('customer_id', customerId).update(columnsOf(customer));
}

/** With addresses, balance and points. Orders keep their own copy of name and address. */
export async function deleteCustomers(tx: Tx, customerIds: readonly number[]): Promise<void> {
  for (const table of ['address', 'customer_reward', 'customer_transaction', 'customer']) {
    await tx(t(tx, table))
      .whereIn('customer_id', [...customerIds])
      .delete();
  }
}

function columnsOf(customer: CustomerData): Record<string, string | number> {
  return {
    customer_group_id: customer.customerGroupId,
    store_id: customer.storeId,
    language_id: customer.languageId,
    firstname: escapeText(customer.firstName.trim()),
    lastname: escapeText(customer.lastName.trim()),
    email: escapeText(customer.email.trim()),
    telephone: escapeText(customer.telephone.trim()),
    newsletter: customer.newsletter ? 1 : 0,
    status: customer.enabled ? 1 : 0,
  };
}
