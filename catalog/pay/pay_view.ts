import { openAddress } from '../../extension/payment_link/link/addresses';
import { amountToCharge } from '../../extension/payment_link/order/order_amount';
import type { ShopIdentity } from '../../extension/payment_link/mail_port';
import { isCurrency } from '../../system/currencies';
import { fill } from '../../system/language';
import { formatMoney, money, sameMoney, type Money } from '../../system/money';
import type { Catalog } from '../catalog';
import { formatMoment, formatShopDate } from '../mail/formats';
import { orderLines, orderTotals } from '../mail/order_block';
import { icon } from '../view/icon';
import type { PayFact, PayView } from '../view/pay';
import { addressSaid } from './masked_address';
import type { PayFacts } from './pay_facts';
import { payFrame } from './pay_frame';
import { amountName, languageLinks, payHref } from './pay_links';
import { notesOf } from './pay_notes';
import { paymentFacts } from './pay_payments';
import { refreshSeconds, type PayState } from './pay_state';
import { statusOf } from './pay_status';
import type { Shown } from './shown';

/** States in which the amount is still to come. */
const UNSETTLED: readonly PayState[] = ['payable', 'checking', 'being_made', 'being_made_long'];

/** Ready strings for the page; asks nothing. */
export function payView(app: Catalog, shown: Shown): PayView {
  const { facts, state, language } = shown;
  const { link, shop } = facts;
  const { texts } = language;
  const heading = headingOf(shown);
  return {
    ...payFrame(app, {
      language,
      title: fill(texts.page_title, { what: heading, shop: shop.name }),
      test: link.environment === 'test',
      refresh: refreshOf(app, shown),
    }),
    text: texts,
    shop: { name: shop.name, logo: logoOf(shop), contact: contactOf(facts) },
    heading,
    about: aboutOf(shown),
    state,
    status: statusOf(shown),
    notes: notesOf(shown),
    payments: paymentFacts(shown),
    lines: facts.order ? orderLines(facts.order, shop, { locale: language.locale, withTax: texts.with_tax }) : [],
    totals: facts.order ? totalsOf(shown) : [],
    due: UNSETTLED.includes(state) ? { label: texts.to_pay, amount: formatMoney(link.amount, language.locale) } : null,
    expires: state === 'payable' ? expiryOf(shown) : null,
    pay: state === 'payable' ? payButton(app, shown) : null,
    otherWay: state === 'on_its_way' ? { action: payAction(app, shown), label: texts.another_way_button } : null,
    renew: renewButton(app, shown),
    questions: fill(texts.questions, { shop: shop.name }),
    languages: languageLinks(app, shown),
    address: openAddress(app.config.publicUrl, link),
  };
}

function headingOf({ facts: { link, order }, language: { texts } }: Shown): string {
  const orderId = order?.orderId ?? link.orderId;
  return orderId === null ? texts.payment_request : fill(texts.order, { order: orderId });
}

function aboutOf({ facts: { link, order }, language: { texts, locale } }: Shown): string {
  if (order === null) return link.description;
  if (link.purpose === 'difference') return fill(texts.difference, { order: order.orderId });
  const date = formatShopDate(order.dateAdded, locale);
  return date === '' ? '' : fill(texts.placed, { date });
}

/** What was paid before is a row of its own, so that the figures add up to what is asked. */
function totalsOf({ facts: { link, order }, state, language: { texts, locale } }: Shown): PayFact[] {
  if (order === null) return [];
  const rows = orderTotals(order, locale);
  const whole = isCurrency(order.currencyCode) ? amountToCharge(order) : null;
  // The amount to pay stands below, larger: nobody needs it twice.
  if (whole && UNSETTLED.includes(state) && sameMoney(whole, link.amount))
    return rows.filter((row) => row.strong !== true);
  const before = whole && paidBefore(link.amount, whole);
  if (link.purpose !== 'difference' || before === null) return rows;
  return [...rows, { label: texts.already_paid, value: formatMoney(money(-before.minor, before.currency), locale) }];
}

function paidBefore(asked: Money, whole: Money): Money | null {
  if (asked.currency !== whole.currency || asked.minor >= whole.minor) return null;
  return money(whole.minor - asked.minor, whole.currency);
}

function expiryOf({ facts: { link, shop }, language: { texts, locale } }: Shown): PayView['expires'] {
  if (link.expiresAt === null) return null;
  const [before = '', after = ''] = texts.pay_by.split('{date}');
  const text = formatMoment(link.expiresAt, locale, shop.timeZone);
  return { icon: icon('clock'), before, text, iso: new Date(link.expiresAt).toISOString(), after };
}

function payButton(app: Catalog, shown: Shown): PayView['pay'] {
  const { texts, locale } = shown.language;
  const label = fill(texts.pay, { amount: formatMoney(shown.facts.link.amount, locale) });
  return { action: payAction(app, shown), label, icon: icon('lock-fill') };
}

/** The button says which amount it stands for: the order may be edited while the page is open. */
function payAction(app: Catalog, shown: Shown): string {
  return payHref(app, shown, '', { amount: amountName(shown.facts.link.amount) });
}

function renewButton(app: Catalog, shown: Shown): PayView['renew'] {
  const { facts, state, asked, language } = shown;
  const over = state === 'expired' || state === 'ended';
  if (!over || !facts.mayAskForNew || asked !== null) return null;
  const { send_new: label, send_new_to: hint } = language.texts;
  return { action: payHref(app, shown, '/new'), label, hint: fill(hint, { address: addressSaid(shown) }) };
}

function refreshOf(app: Catalog, shown: Shown): PayView['refresh'] {
  const seconds = shown.asked === 'on_its_way' ? 3 : refreshSeconds(shown.state, shown.visit);
  if (seconds === null) return null;
  const { moment, looks } = shown.visit;
  const pressed = moment === 'pressed' ? { pressed: '1' } : {};
  const page = moment === 'returned' ? '/return' : '';
  return { seconds, href: payHref(app, shown, page, { ...pressed, look: String(looks + 1) }) };
}

function contactOf({ shop }: PayFacts): PayView['shop']['contact'] {
  const ways = [
    { text: shop.email, href: `mailto:${shop.email}` },
    { text: shop.telephone, href: `tel:${shop.telephone.replace(/[^\d+]/g, '')}` },
  ];
  return ways.filter(({ text }) => text !== '');
}

function logoOf({ logo }: ShopIdentity): string | null {
  return logo && `data:${logo.contentType};base64,${logo.content.toString('base64')}`;
}
