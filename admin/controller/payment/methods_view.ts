import { listMethods, type StoredMethod } from '../../../extension/payment_link/gateways/methods';
import type { PaymentExtension } from '../../../extension/payment_link/gateways/payment_extension';
import { readSettings } from '../../../extension/opencart/setting/settings';
import { fill } from '../../../system/language';
import { formatMoney, money } from '../../../system/money';
import type { Admin } from '../../admin';
import { sayMoment } from '../../dates';
import type { MethodRowView, MethodsView } from '../../view/payment/settings';
import type { Visit } from '../../visit';
import { extensionTexts } from './extension_of';
import type { PaymentRoom } from './payment_room';

/** The account's methods out of the cache: the page never waits for the provider. */
export async function methodsView(room: PaymentRoom, ticked: readonly string[] | null): Promise<MethodsView> {
  const { app, visit, extension, state } = room;
  const text = visit.texts('extension/payment');
  const provider = app.links.providers.find((one) => one.code === extension.code);
  const account = provider?.accountOf(state.stored) ?? null;
  const place = { gateway: extension.code, storeId: state.store.storeId, environment: account?.environment ?? 'test' };
  const methods = account === null ? [] : await listMethods(app.db, place);
  const refreshed = methods[0]?.refreshedAt ?? null;
  const told = place.environment === 'live' ? text.methods_account_live : text.methods_account_test;
  return {
    intro: extensionTexts(visit, extension)['help_methods'] ?? '',
    account: refreshed === null ? text.methods_never : told,
    refreshed: refreshed === null ? null : await sayWhen(app, visit, state.store.storeId, refreshed),
    refreshAction: visit.href(`/admin/payment/${extension.code}/methods`),
    refreshText: text.methods_refresh,
    environment: methods.length === 0 ? '' : place.environment,
    empty: methods.length > 0 ? '' : fill(text.methods_empty, { name: extension.title }),
    rows: [allMethods(visit, extension), ...methods.map((method) => rowOf(visit, extension, method, ticked))],
  };
}

async function sayWhen(app: Admin, visit: Visit, storeId: number, at: number) {
  const { timeZone } = await readSettings(app.db, storeId);
  return sayMoment(at, app.clock.now(), timeZone, visit.locale);
}

/** The provider's own page: always offered while the extension is enabled. */
function allMethods(visit: Visit, extension: PaymentExtension): MethodRowView {
  const text = visit.texts('extension/payment');
  return {
    id: '',
    name: extension.title,
    code: `${extension.code}.${extension.code}`,
    limits: '',
    currencies: '',
    choice: { checked: true, label: fill(text.offer, { name: extension.title }), locked: true },
    note: extensionTexts(visit, extension)['all_methods'] ?? '',
    muted: false,
  };
}

function rowOf(
  visit: Visit,
  extension: PaymentExtension,
  method: StoredMethod,
  ticked: readonly string[] | null,
): MethodRowView {
  const text = visit.texts('extension/payment');
  const checked = ticked === null ? method.enabled : ticked.includes(method.id);
  const locked = !visit.may('modify', `payment/${extension.code}`);
  return {
    id: method.id,
    name: method.name,
    code: `${extension.code}.${method.id.toLowerCase()}`,
    limits: limitsOf(visit, method),
    currencies: currenciesOf(visit, method),
    choice: method.payLater ? null : { checked, label: fill(text.offer, { name: method.name }), locked },
    note: method.payLater ? text.pay_later : '',
    muted: method.payLater,
  };
}

/** Cards take dozens: the first few say enough. */
const CURRENCIES_MAX = 5;

function currenciesOf(visit: Visit, { currencies }: StoredMethod): string {
  const text = visit.texts('extension/payment');
  if (currencies.length === 0) return text.any_currency;
  const [first, rest] = [currencies.slice(0, CURRENCIES_MAX), currencies.length - CURRENCIES_MAX];
  return rest > 0 ? fill(text.currencies_more, { list: first.join(', '), count: rest }) : first.join(', ');
}

/** In the method's only currency; providers state the limits of the others in euros. */
function limitsOf(visit: Visit, { amountMin, amountMax, currencies }: StoredMethod): string {
  const text = visit.texts('extension/payment');
  const currency = (currencies.length === 1 && currencies[0]) || 'EUR';
  const said = (minor: number): string => formatMoney(money(minor, currency), visit.locale);
  const min = amountMin === null || amountMin === 0 ? null : said(amountMin);
  const max = amountMax === null ? null : said(amountMax);
  if (min !== null && max !== null) return fill(text.from_to, { min, max });
  if (min !== null) return fill(text.from, { min });
  return max === null ? text.any_amount : fill(text.to, { max });
}
