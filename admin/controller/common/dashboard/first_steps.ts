import { searchProducts } from '../../../../extension/opencart/product/search_products';
import { readSettings } from '../../../../extension/opencart/setting/settings';
import { listStores } from '../../../../extension/opencart/setting/stores';
import type { Admin } from '../../../admin';
import type { EmptyView } from '../../../view/common/dashboard';
import type { Visit } from '../../../visit';

/** What the installer calls a store. */
const UNNAMED = 'Your Store';

type Step = EmptyView['steps'][number];

/** Until the first link was made: what leads to it, and what of that is done. A PHP shop works in its own admin. */
export async function firstSteps(app: Admin, visit: Visit): Promise<EmptyView> {
  const text = visit.texts('common/dashboard');
  const own = app.config.shop === 'embedded';
  const [named, asked, filled] = [await isNamed(app), await asksForLinks(app), await sellsSomething(app)];
  const step = (key: keyof typeof text, where: keyof typeof text, done: boolean, href: string | null): Step => ({
    ...{ text: String(text[key]), where: String(text[where]), href, done },
  });
  const href = (kind: 'access' | 'modify', route: string, path: string) =>
    visit.may(kind, route) && app.offers(path.replace('/admin', '')) ? visit.href(path) : null;
  const provider = href('access', 'extension/payment', '/admin/extension/payment');
  const order = href('modify', 'sale/order', '/admin/sale/order/form');
  const store = href('access', 'setting/store', '/admin/setting/store');
  const product = href('access', 'catalog/product', '/admin/catalog/product');
  const steps = [
    ...(own ? [step('empty_step_store', 'empty_step_store_where', named, store)] : []),
    step('empty_step_provider', 'empty_step_provider_where', asked, provider),
    ...(own ? [step('empty_step_product', 'empty_step_product_where', filled, product)] : []),
    own
      ? step('empty_step_order', 'empty_step_order_where', false, order)
      : { text: text.empty_step_order_shop, where: '', href: null, done: false },
    { text: text.empty_step_watch, where: '', href: null, done: false },
  ];
  const ready = asked && (!own || (named && filled));
  return { title: ready ? text.empty_title : text.empty_title_before, steps };
}

async function isNamed({ db }: Admin): Promise<boolean> {
  return (await readSettings(db, 0)).text('config_name') !== UNNAMED;
}

async function asksForLinks(app: Admin): Promise<boolean> {
  const stores = await listStores(app.db);
  const asking = await Promise.all(stores.map(({ storeId }) => app.paymentRequestStatusIds(storeId)));
  return asking.some((statusIds) => statusIds.length > 0);
}

async function sellsSomething({ db }: Admin): Promise<boolean> {
  return (await searchProducts(db, { text: '', languageId: 1, storeId: 0, limit: 1 })).length > 0;
}
