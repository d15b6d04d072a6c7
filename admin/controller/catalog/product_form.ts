import { fill } from '../../../system/language';
import type { Admin } from '../../admin';
import { formPage, openForm, type FormState } from '../../form/form';
import type { ProductFormView } from '../../view/catalog/product_form';
import type { FieldView } from '../../view/partial/field';
import { tabsOf, type TabView } from '../../view/partial/tabs';
import type { Visit } from '../../visit';
import { choicesOf } from './product_choices';
import { dataFields, generalFields, type FieldGroup, type ProductParts } from './product_fields';
import { addOptionField, namedFields, optionViews } from './product_options';
import type { ProductTyped } from './product_typed';

export const ROUTE = 'catalog/product';

interface ProductShown extends FormState {
  /** 0 for a new one. */
  readonly productId: number;
  readonly typed: ProductTyped;
}

export async function productFormView(app: Admin, visit: Visit, shown: ProductShown): Promise<ProductFormView> {
  const { productId, typed } = shown;
  const form = openForm(app, visit, { route: ROUTE, text: visit.texts(ROUTE), ...shown });
  const parts: ProductParts = { ...form, typed, choices: await choicesOf(app) };
  const title = productId === 0 ? form.text.title_add : fill(form.text.title_edit, { name: nameOf(typed) });
  const [general, data] = [generalFields(parts), dataFields(parts)];
  const options = optionViews(parts);
  const fields = [...general, ...data.flatMap((group) => group.fields), ...options.flatMap(namedFields)];
  return {
    ...(await formPage(form, { title, query: { product_id: productId || null }, fields })),
    scripts: ['tabs.js'],
    productId: String(productId),
    quantityWas: typed.quantityWas,
    tabs: tabs(parts, general, data),
    general,
    data,
    options,
    addOption: addOptionField(parts),
    optionsHref: visit.may('access', 'catalog/option') ? visit.href('/admin/catalog/option') : null,
  };
}

function tabs(
  { text, errors, tab }: ProductParts,
  general: readonly FieldView[],
  data: readonly FieldGroup[],
): TabView[] {
  const wrongIn = (fields: readonly FieldView[]): boolean => fields.some((field) => field.error !== undefined);
  const all = [
    { id: 'general', text: text.tab_general, wrong: wrongIn(general) },
    { id: 'data', text: text.tab_data, wrong: wrongIn(data.flatMap((group) => group.fields)) },
    { id: 'option', text: text.tab_option, wrong: errors.list.some((error) => error.field.startsWith('option_')) },
  ];
  return tabsOf(all, tab, text.tab_wrong);
}

/** In the shop's first language; the model where that is empty. */
function nameOf(typed: ProductTyped): string {
  const [first = ''] = Object.entries(typed.names)
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, name]) => name);
  return first || typed.model;
}
