import type { Letter, MailContext } from './letter';
import { webAddress } from './letter';
import type { Button, Fact } from './mail_view';

/** The parts that all mails asking for money share. */
export function payButton({ request, texts, say }: MailContext): Button | null {
  const url = webAddress(request.link?.url ?? '');
  if (url === '') return null;
  return { label: request.link ? say('button_pay') : texts.button_pay_now, url };
}

export function dueFacts({ request, fact, moment, amount }: MailContext): Fact[] {
  const expiresAt = request.link?.expiresAt;
  return [...fact('amount_due', amount, true), ...fact('pay_by', expiresAt ? moment(expiresAt) : null)];
}

export const ASKING: Pick<Letter, 'withOrder' | 'withLink' | 'toCustomer' | 'notYou'> = {
  withOrder: true,
  withLink: true,
  toCustomer: true,
  notYou: true,
};

export const TELLING: Pick<Letter, 'withOrder' | 'withLink' | 'toCustomer' | 'notYou'> = {
  withOrder: true,
  withLink: false,
  toCustomer: true,
  notYou: false,
};

export const TO_SHOP: Pick<Letter, 'withOrder' | 'withLink' | 'toCustomer' | 'notYou'> = {
  withOrder: true,
  withLink: false,
  toCustomer: false,
  notYou: false,
};

/** Leads the shop's people to the order in the back office. */
export function orderButton({ request, texts }: MailContext): Button | null {
  if (!request.order) return null;
  const url = webAddress(request.shop.adminOrderUrl.replace('{orderId}', String(request.order.orderId)));
  return url === '' ? null : { label: texts.button_open_order, url };
}
