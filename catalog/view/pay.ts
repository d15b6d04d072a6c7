import { textsFor } from '../../language/customer';
import { isOpen } from '../../extension/payment_link/link';
import type { Link } from '../../extension/payment_link/link_row';
import type { Order } from '../../extension/payment_link/order_book';
import { decimal } from '../../system/decimal';
import { fill } from '../../system/language';
import { formatMoney, moneyFromDecimal } from '../../system/money';
import type { Catalog } from '../catalog';

/** How the customer came: by the link, back from the provider, or back without having paid. */
export type PayMoment = 'open' | 'returned' | 'cancelled';

export interface PayVisit {
  readonly moment: PayMoment;
  /** A language the customer chose here; null: the order's own. */
  readonly language: string | null;
  /** The answer to "Send me a new link"; null when nothing was asked. */
  readonly asked: string | null;
}

export interface PayView {
  readonly language: string;
  readonly text: Readonly<Record<string, string>>;
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
  readonly band: string | null;
  readonly shopName: string;
  readonly title: string;
  readonly state: PayState;
  /** One sentence: what is, and what can be done. */
  readonly sentence: string;
  readonly asked: string | null;
  readonly lines: readonly { readonly name: string; readonly options: readonly string[]; readonly amount: string }[];
  readonly totals: readonly { readonly title: string; readonly amount: string; readonly strong: boolean }[];
  readonly amount: string;
  readonly payText: string;
  readonly expires: { readonly text: string; readonly iso: string } | null;
  readonly action: string;
  readonly newAction: string | null;
  /** The page looks again by itself while the truth is on its way. */
  readonly refreshSeconds: number | null;
  readonly languages: readonly { readonly text: string; readonly href: string; readonly current: boolean }[];
}

export type PayState = 'payable' | 'being_made' | 'on_its_way' | 'paid' | 'expired' | 'cancelled' | 'failed';

export async function payView(app: Catalog, link: Link, visit: PayVisit): Promise<PayView> {
  const order = link.orderId === null ? null : await app.links.orderBook.findOrder(app.db, link.orderId);
  const shop = await app.links.shops.identityOf(link.storeId);
  const { code, locale, texts, names } = textsFor(visit.language ?? order?.languageCode ?? shop.language);
  const state = stateOf(link, visit.moment, app.clock.now());
  const amount = formatMoney(link.amount, locale);
  const home = `${app.config.basePath}/pay/${link.token}`;
  return {
    language: locale,
    text: texts,
    styles: [app.assets.href('pay.css')],
    scripts: [app.assets.href('pay.js')],
    band: app.config.demo || link.environment === 'test' ? texts.band : null,
    shopName: shop.name,
    title: order === null ? link.description : fill(texts.order, { order: order.orderId }),
    state,
    sentence: fill(texts[`sentence_${state}`], { amount, shop: shop.name }),
    asked: askedSentence(texts, visit.asked),
    lines: order === null ? [] : linesOf(order, locale),
    totals: order === null ? [] : totalsOf(order, locale),
    amount,
    payText: fill(texts.pay, { amount }),
    expires: link.expiresAt === null || state !== 'payable' ? null : expiryOf(link.expiresAt, locale, shop.timeZone),
    action: home,
    newAction: state === 'expired' || state === 'cancelled' ? `${home}/new` : null,
    refreshSeconds: state === 'being_made' || state === 'on_its_way' ? 3 : null,
    languages: names.map(({ code: one, name }) => ({
      text: name,
      href: `${home}?language=${one}`,
      current: one === code,
    })),
  };
}

function stateOf(link: Link, moment: PayMoment, now: number): PayState {
  if (link.state === 'completed') return 'paid';
  if (link.state === 'requested') return 'being_made';
  if (link.state === 'failed') return 'failed';
  if (!isOpen(link.state)) return link.state === 'expired' ? 'expired' : 'cancelled';
  if (link.expiresAt !== null && link.expiresAt <= now) return 'expired';
  // Back from the provider: the truth may need a moment; the address itself proves nothing.
  return moment === 'returned' ? 'on_its_way' : 'payable';
}

function askedSentence(texts: Readonly<Record<string, string>>, asked: string | null): string | null {
  return asked === null ? null : (texts[`asked_${asked}`] ?? null);
}

function linesOf(order: Order, locale: string): PayView['lines'] {
  return order.lines.map((line) => ({
    name: `${line.quantity} × ${line.name}`,
    options: line.options.map((option) => `${option.name}: ${option.value}`),
    amount: inOrderCurrency(order, line.total, locale),
  }));
}

function totalsOf(order: Order, locale: string): PayView['totals'] {
  return order.totals.map((row) => ({
    title: row.title,
    amount: inOrderCurrency(order, row.value, locale),
    strong: row.code === 'total',
  }));
}

function inOrderCurrency(order: Order, value: string, locale: string): string {
  return formatMoney(moneyFromDecimal(decimal(value).times(order.currencyValue), order.currencyCode), locale);
}

function expiryOf(at: number, locale: string, timeZone: string): { text: string; iso: string } {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone });
  return { text: format.format(at), iso: new Date(at).toISOString() };
}
