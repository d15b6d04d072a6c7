import { textOf, type Answered, type Form } from './agent';
import type { OrderDesk } from './enter_order';

export function orderPage(desk: OrderDesk, orderId: number): Promise<Answered> {
  return desk.get(`/admin/sale/order/info?order_id=${orderId}`);
}

export async function orderPageText(desk: OrderDesk, orderId: number): Promise<string> {
  return textOf((await orderPage(desk, orderId)).html);
}

/** The hidden fields of the form that posts to a route of the order page, as a browser would send them. */
export function hiddenOf(html: string, route: string): Record<string, string> {
  const form = html.split('<form ').find((one) => one.includes(`/admin/sale/order/${route}`)) ?? '';
  const fields = form.slice(0, form.indexOf('</form>')).matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g);
  return Object.fromEntries(
    [...fields].filter(([, name]) => name !== 'csrf').map(([, name, value]) => [name ?? '', value ?? '']),
  );
}

/** One of the order page's forms (`history`, `cancel_link`, `refund`), filled in. @throws Error when it is not there */
export async function orderForm(desk: OrderDesk, orderId: number, route: string, typed: Form = {}) {
  const hidden = hiddenOf((await orderPage(desk, orderId)).html, route);
  if (Object.keys(hidden).length === 0) throw new Error(`the page of order ${orderId} has no form for ${route}`);
  return { press: () => desk.post(`/admin/sale/order/${route}?order_id=${orderId}`, { ...hidden, ...typed }) };
}

export async function pressOnOrder(
  desk: OrderDesk,
  orderId: number,
  route: string,
  typed: Form = {},
): Promise<Answered> {
  return (await orderForm(desk, orderId, route, typed)).press();
}
