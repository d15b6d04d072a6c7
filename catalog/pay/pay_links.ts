import { openAddress } from '../../extension/payment_link/link/addresses';
import { CUSTOMER_LANGUAGES } from '../../language/customer';
import type { Money } from '../../system/money';
import type { Catalog } from '../catalog';
import type { PayView } from '../view/pay';
import type { Shown } from './shown';

type Query = Readonly<Record<string, string>>;

/** An address below the page's own, e.g. `/new`; a language that was chosen goes along. */
export function payHref(app: Catalog, shown: Shown, below: string, query: Query = {}): string {
  const language: Query = shown.chosen ? { language: shown.language.code } : {};
  return hrefOf(`${openAddress(app.config.basePath, shown.facts.link)}${below}`, { ...language, ...query });
}

/** `EUR6605`, in a form's address. */
export function amountName({ currency, minor }: Money): string {
  return `${currency}${minor}`;
}

/** The same page in each language. */
export function languageLinks(app: Catalog, shown: Shown): PayView['languages'] {
  const below = { open: '', pressed: '', returned: '/return', cancelled: '/cancel' }[shown.visit.moment];
  return Object.entries(CUSTOMER_LANGUAGES).map(([language, { name, locale }]) => ({
    name,
    code: locale,
    href: payHref(app, shown, below, { language }),
    current: language === shown.language.code,
  }));
}

function hrefOf(path: string, query: Query): string {
  const search = new URLSearchParams(query).toString();
  return search === '' ? path : `${path}?${search}`;
}
