import { listAddresses } from '../extension/opencart/customer/addresses';
import { findCustomer } from '../extension/opencart/customer/customers';
import { findOrderStatus } from '../extension/opencart/localisation/order_statuses';
import { findOption } from '../extension/opencart/product/find_option';
import { listProductOptions } from '../extension/opencart/product/product_options';
import { findProduct } from '../extension/opencart/product/products';
import { readCharges } from '../extension/opencart/setting/charges';
import { readStoreForm } from '../extension/opencart/setting/save_store';
import { readSettings } from '../extension/opencart/setting/settings';
import { settingsOfStore } from '../extension/opencart/setting/store_settings';
import { findStore } from '../extension/opencart/setting/stores';
import { findUserGroup } from '../extension/opencart/user/user_groups';
import { findUser, findUserByName } from '../extension/opencart/user/users';
import type { RecordState } from '../extension/payment_link/journal/record_changes';
import type { Tx } from '../system/db/table';
import type { Admin } from './admin';

/** How each kind of record is read for the journal, by the page it belongs to. Null: there is none. */
export const RECORDS = {
  async 'catalog/option'(tx, id) {
    const option = await findOption(tx, id);
    if (option === null) return null;
    const { optionId: _id, names, values, ...fields } = option;
    // By id: by place, one that is taken away would change all that follow.
    const named = values.map((value) => [value.optionValueId, { name: value.names, sortOrder: value.sortOrder }]);
    return { name: firstOf(names), fields: { name: names, ...fields, values: Object.fromEntries(named) } };
  },
  async 'catalog/product'(tx, id) {
    const product = await findProduct(tx, id);
    if (product === null) return null;
    const { productId: _id, ...fields } = product;
    const options = (await listProductOptions(tx, [id], 1)).get(id) ?? [];
    return { name: firstOf(product.names), fields: { ...fields, options } };
  },
  async 'customer/customer'(tx, id) {
    const customer = await findCustomer(tx, id);
    if (customer === null) return null;
    const { customerId: _id, ...fields } = customer;
    const addresses = await listAddresses(tx, id);
    return { name: `${customer.firstName} ${customer.lastName}`.trim(), fields: { ...fields, addresses } };
  },
  async 'extension/shipping'(tx) {
    const shop = (await readSettings(tx, 0)).text('config_name');
    return { name: shop, fields: await readCharges(tx) };
  },
  async 'localisation/order_status'(tx, id) {
    const status = await findOrderStatus(tx, id);
    return status && { name: firstOf(status.names), fields: { name: status.names } };
  },
  async 'setting/store'(tx, id, app) {
    const store = await findStore(tx, id);
    if (store === null) return null;
    const values = Object.entries(await readStoreForm(tx, app.secretKey, id));
    const hidden = settingsOfStore(id).flatMap((field) => (field.kind === 'secret' ? [field.key] : []));
    const ofKind = (secret: boolean) => Object.fromEntries(values.filter(([key]) => hidden.includes(key) === secret));
    return { name: store.name, fields: ofKind(false), secrets: ofKind(true) };
  },
  async 'user/user'(tx, id) {
    const user = await findUser(tx, id);
    if (user === null) return null;
    const { userId: _id, dateAdded: _added, ...fields } = user;
    return { name: user.username, fields, secrets: { password: (await findUserByName(tx, user.username))?.hash } };
  },
  async 'user/user_permission'(tx, id) {
    const group = await findUserGroup(tx, id);
    return group && { name: group.name, fields: { name: group.name, ...group.permission } };
  },
} satisfies Record<string, (tx: Tx, id: number, app: Admin) => Promise<RecordState | null>>;

export type RecordRoute = keyof typeof RECORDS;

function firstOf(names: Readonly<Record<number, string>>): string {
  return Object.values(names)[0] ?? '';
}
