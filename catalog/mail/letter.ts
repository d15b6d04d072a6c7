import { isCurrency } from '../../system/currencies';
import { fill } from '../../system/language';
import { formatMoney, type Money } from '../../system/money';
import type { MailRequest } from '../../extension/payment_link/mail_port';
import { amountToCharge, rateOf } from '../../extension/payment_link/order/order_amount';
import { mailTextsIn, type MailTexts } from '../../language/mail_texts';
import { formatMoment, formatShopAmount } from './formats';
import type { Button, Fact, Quote } from './mail_view';
import { oneLine } from './one_line';

/** What one kind of mail says; the frame around it is the same for all. */
export interface Letter {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly facts: readonly Fact[];
  /** Longer words under a title. */
  readonly quotes?: readonly Quote[];
  readonly button: Button | null;
  readonly withOrder: boolean;
  /** The link as text and as QR code. */
  readonly withLink: boolean;
  /** To the customer, who is greeted by name and told whom to ask. */
  readonly toCustomer: boolean;
  /** Only mails that ask for money reassure those who did not order. */
  readonly notYou: boolean;
}

/** A kind's letter: `catalog/view/mail/<kind>.ts`. */
export type LetterWriter = (context: MailContext) => Letter;

/** Texts that have a twin for links without an order: `<key>_request`. */
type TwinKey = { [K in keyof MailTexts]: `${K}_request` extends keyof MailTexts ? K : never }[keyof MailTexts];

export interface MailContext {
  readonly request: MailRequest;
  readonly texts: MailTexts;
  readonly locale: string;
  /** A text with the usual names filled in: order, shop, amount, customer, name, status, old, expires. */
  say(key: keyof MailTexts): string;
  /** The same of a mail about an order, or its twin for a link without one. */
  about(key: TwinKey): string;
  money(amount: Money): string;
  /** UTC epoch ms, in the shop's time zone. */
  moment(at: number): string;
  /** A labelled value; nothing when there is none. */
  fact(label: keyof MailTexts, value: string | null | undefined, strong?: boolean): Fact[];
  /** The amount the mail is about, formatted. */
  readonly amount: string;
  readonly customer: string;
  /** Also what the owner's own words may use. */
  readonly values: Placeholders;
}

export function mailContext(request: MailRequest): MailContext {
  const { texts, locale } = mailTextsIn(request.language);
  const money = (amount: Money): string => formatMoney(amount, locale);
  const moment = (at: number): string => formatMoment(at, locale, request.shop.timeZone);
  const values = placeholders(request, money, moment, locale);
  return {
    request,
    texts,
    locale,
    say: (key) => fill(texts[key], values),
    about: (key) => fill(texts[request.order ? key : (`${key}_request` as const)], values),
    money,
    moment,
    fact: (label, value, strong = false) => (value ? [{ label: texts[label], value: oneLine(value), strong }] : []),
    amount: values.amount,
    customer: values.customer,
    values,
  };
}

type Placeholders = ReturnType<typeof placeholders>;

function placeholders(
  request: MailRequest,
  money: (amount: Money) => string,
  moment: (at: number) => string,
  locale: string,
) {
  const { order, link, facts, shop } = request;
  const customer = oneLine(order ? `${order.firstName} ${order.lastName}` : (link?.customerName ?? ''));
  return {
    shop: oneLine(shop.name),
    order: order ? String(order.orderId) : (link?.reference ?? ''),
    amount: amountOf(request, money, locale),
    old: facts.oldAmount ? money(facts.oldAmount) : '',
    customer: customer || order?.email || link?.reference || '',
    name: customer,
    status: oneLine(request.statusName),
    expires: link?.expiresAt ? moment(link.expiresAt) : '',
    description: oneLine(link?.description ?? ''),
  };
}

function amountOf({ facts, link, order }: MailRequest, money: (amount: Money) => string, locale: string): string {
  const amount = facts.amount ?? link?.amount;
  if (amount) return money(amount);
  if (!order) return '';
  if (isCurrency(order.currencyCode)) return money(amountToCharge(order));
  return formatShopAmount(order.total, rateOf(order), order.currencyCode, locale);
}

/** Addresses of shops and providers come from settings: nothing but web addresses becomes a link. */
export function webAddress(url: string): string {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? url : '';
}
