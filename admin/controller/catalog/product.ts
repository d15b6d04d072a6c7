import { listLanguages } from '../../../extension/opencart/localisation/languages';
import { listOptions } from '../../../extension/opencart/product/options';
import { listProductOptions } from '../../../extension/opencart/product/product_options';
import { deleteProducts, setProductsEnabled } from '../../../extension/opencart/product/product_rows';
import { findProduct } from '../../../extension/opencart/product/products';
import { saveProduct } from '../../../extension/opencart/product/save_product';
import type { Tx } from '../../../system/db/table';
import { notFound } from '../../../system/errors';
import { redirect, view, type Answer } from '../../../system/http/answer';
import { textIn, wholeIn } from '../../../system/http/input';
import { fill } from '../../../system/language';
import type { Admin } from '../../admin';
import { attempt, FieldErrors } from '../../form_errors';
import { doneWithJournal, savedWithJournal } from '../../journaled';
import { completedNames, withoutEmptyNames } from '../../form/name_fields';
import { selectedIn } from '../../selected';
import type { Visit } from '../../visit';
import { productFormView, ROUTE } from './product_form';
import { productListView } from './product_list';
import { formOf, NEW_PRODUCT, newOption, typedIn, typedOf, type ProductTyped } from './product_typed';

const HOME = `/admin/${ROUTE}`;
const FORM = 'catalog/product_form';

export async function list(app: Admin, visit: Visit): Promise<Answer> {
  return view('catalog/product_list', await productListView(app, visit));
}

export async function form(app: Admin, visit: Visit): Promise<Answer> {
  const productId = wholeIn(visit.query, 'product_id');
  const typed = productId === 0 ? NEW_PRODUCT : await storedProduct(app, productId);
  return view(FORM, await productFormView(app, visit, { productId, typed }));
}

/** @throws AppError `not_found` */
async function storedProduct(app: Admin, productId: number): Promise<ProductTyped> {
  const product = await findProduct(app.db, productId);
  if (product === null) throw notFound();
  const languageId = (await listLanguages(app.db))[0]?.languageId ?? 1;
  const options = (await listProductOptions(app.db, [productId], languageId)).get(productId) ?? [];
  return typedOf(product, options, await listOptions(app.db, languageId));
}

export async function save(app: Admin, visit: Visit): Promise<Answer> {
  const productId = wholeIn(visit.body, 'product_id');
  const typed = typedIn(visit.body);
  const changed = await withOptionChanged(app, visit, typed);
  if (changed !== null) {
    return view(FORM, await productFormView(app, visit, { productId, typed: changed, tab: 'option' }));
  }
  const text = visit.texts('catalog/product');
  const languages = await listLanguages(app.db);
  const id = productId || null;
  const product = { ...formOf(typed), names: completedNames(languages, typed.names) };
  const saved = await attempt(
    visit,
    () => savedWithJournal(app, visit, { route: ROUTE, id, save: (tx) => saveProduct(tx, app.clock, id, product) }),
    text,
  );
  if (!(saved instanceof FieldErrors)) return redirect(HOME, { kind: 'success', text: text.saved });
  const tab = textIn(visit.body, 'tab');
  const errors = withoutEmptyNames(saved, languages, typed.names);
  return view(FORM, await productFormView(app, visit, { productId, typed, errors, tab }), saved.status);
}

/** The buttons that add or remove an option show the form again and save nothing. Null for Save. */
async function withOptionChanged(app: Admin, visit: Visit, typed: ProductTyped): Promise<ProductTyped | null> {
  const act = textIn(visit.body, 'act');
  const removed = /^remove_option_(\d{1,4})$/.exec(act)?.[1];
  if (removed !== undefined) {
    return { ...typed, options: typed.options.filter((_option, index) => index !== Number(removed)) };
  }
  if (act !== 'add_option') return null;
  const shop = await listOptions(app.db, (await listLanguages(app.db))[0]?.languageId ?? 1);
  const optionId = wholeIn(visit.body, 'add_option');
  const known = shop.some((option) => option.optionId === optionId);
  return known ? { ...typed, options: [...typed.options, newOption(optionId, shop)] } : typed;
}

export function remove(app: Admin, visit: Visit): Promise<Answer> {
  return toSelected(app, visit, visit.texts('catalog/product').deleted, deleteProducts);
}

export function enable(app: Admin, visit: Visit): Promise<Answer> {
  const { enabled_now } = visit.texts('catalog/product');
  return toSelected(app, visit, enabled_now, (tx, ids) => setProductsEnabled(tx, ids, true));
}

export function disable(app: Admin, visit: Visit): Promise<Answer> {
  const { disabled_now } = visit.texts('catalog/product');
  return toSelected(app, visit, disabled_now, (tx, ids) => setProductsEnabled(tx, ids, false));
}

async function toSelected(
  app: Admin,
  visit: Visit,
  done: string,
  act: (tx: Tx, ids: readonly number[]) => Promise<void>,
): Promise<Answer> {
  const ids = selectedIn(visit.body);
  if (ids.length === 0) return redirect(HOME, { kind: 'warning', text: visit.texts('catalog/product').none_selected });
  await doneWithJournal(app, visit, { route: ROUTE, ids, act: (tx) => act(tx, ids) });
  return redirect(HOME, { kind: 'success', text: fill(done, { count: ids.length }) });
}
