import { t, type Db } from '../../system/db/table';
import type { Agent, Form } from './agent';

/** Where staff enter orders: the admin, logged in, and the shop's database to look things up in. */
export interface OrderDesk extends Pick<Agent, 'get' | 'post'> {
  readonly db: Db;
}

/** Enters an order through the form, as staff do: a guest, one product without options. Answers its id. */
export async function enterOrder(room: OrderDesk, typed: Form = {}): Promise<number> {
  return saveOrder(room, await filledForm(room, typed));
}

/** The form with everything typed, ready for Save. */
export async function filledForm(room: OrderDesk, typed: Form = {}): Promise<Form> {
  const { db } = room;
  const page = await room.get('/admin/sale/order/form');
  const formToken = /name="form_token" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
  const product = (await db(t(db, 'product as p'))
    .leftJoin(t(db, 'product_option as o'), 'o.product_id', 'p.product_id')
    .whereNull('o.product_option_id')
    .where('p.quantity', '>', 10)
    .orderBy('p.product_id')
    .first('p.product_id')) as { product_id: number };
  const country = (await db(t(db, 'country')).where('iso_code_2', 'NL').first('country_id')) as { country_id: number };
  const zone = (await db(t(db, 'zone')).where('country_id', country.country_id).first('zone_id')) as
    { zone_id: number } | undefined;
  const status = await requestStatus(room);
  const address = {
    'payment_address[firstname]': 'Jan',
    'payment_address[lastname]': 'de Vries',
    'payment_address[address_1]': 'Kraanspoor 39',
    'payment_address[city]': 'Amsterdam',
    'payment_address[postcode]': '1033 SC',
    'payment_address[country_id]': String(country.country_id),
    'payment_address[zone_id]': String(zone?.zone_id ?? 0),
  };
  return {
    act: 'save',
    form_token: formToken,
    ...{ store_id: '0', customer_group_id: '1', language_id: '1', currency_code: 'EUR' },
    ...{ firstname: 'Jan', lastname: 'de Vries', email: 'jan@customer.example', telephone: '+31 6 12345678' },
    ...{ 'lines[0][product_id]': String(product.product_id), 'lines[0][quantity]': '2' },
    ...address,
    ...{ shipping_same: '1', shipping_code: 'flat.flat', payment_code: 'multisafepay.multisafepay' },
    ...{ comment: '', status_id: String(status) },
    ...typed,
  };
}

/** Presses Save. Answers the order's id. @throws Error when it is refused */
export async function saveOrder(room: OrderDesk, form: Form): Promise<number> {
  const answer = await room.post('/admin/sale/order/form', form);
  const orderId = Number(/order_id=(\d+)/.exec(answer.location)?.[1] ?? 0);
  if (orderId === 0) throw new Error(`the order was refused: ${answer.status} ${errorsIn(answer.html)}`);
  return orderId;
}

/** The status that asks for a link in the demo shop. */
export async function requestStatus({ db }: OrderDesk): Promise<number> {
  const key = 'payment_multisafepay_order_status_id_initialize_payment_request';
  const row = (await db(t(db, 'setting')).where({ store_id: 0, key }).first('value')) as { value: string };
  return Number(row.value);
}

function errorsIn(html: string): string {
  return /<div class="notice notice-danger"[\s\S]*?<\/ul>/.exec(html)?.[0].replace(/<[^>]+>/g, ' ') ?? '';
}
