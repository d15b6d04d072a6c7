import { fill } from '../../../system/language';
import type { Admin } from '../../admin';
import { fieldMaker } from '../../fields';
import type { FieldErrors } from '../../form_errors';
import { readOnlyText } from '../../read_only';
import type { ProductFormView } from '../../view/catalog/product_form';
import type { FieldView } from '../../view/partial/field';
import { tabsOf } from '../../view/partial/tabs';
import type { Visit } from '../../visit';
import { choicesOf } from './product_choices';
import { dataFields, generalFields } from './product_fields';
import { optionViews } from './product_options';
import type { ProductTyped } from './product_typed';

const HOME = '/admin/catalog/product';

export async function productFormView(
  app: Admin,
  visit: Visit,
  productId: number,
  typed: ProductTyped,
  errors: FieldErrors,
  tab: string,
): Promise<ProductFormView> {
  const text = { ...visit.texts('common/form'), ...visit.texts('catalog/product') };
  const mayModify = visit.may('modify', 'catalog/product');
  const choices = await choicesOf(app);
  const title = productId === 0 ? text.title_add : fill(text.title_edit, { name: nameOf(typed) });
  const maker = fieldMaker(errors, mayModify);
  const general = generalFields(maker, typed, choices, text);
  const data = dataFields(maker, typed, choices, text);
  const left = choices.options.filter((option) => !typed.options.some((one) => one.optionId === option.optionId));
  const wrongIn = (fields: readonly FieldView[]): boolean => fields.some((field) => field.error !== undefined);
  return {
    title,
    crumbs: [
      { text: text.title, href: visit.href(HOME) },
      { text: title, href: visit.href(`${HOME}/form`, { product_id: productId || null }) },
    ],
    scripts: ['tabs.js'],
    text,
    action: visit.href(`${HOME}/save`),
    cancelHref: visit.href(HOME),
    productId: String(productId),
    quantityWas: typed.quantityWas,
    mayModify,
    readOnly: await readOnlyText(app, visit, 'catalog/product'),
    errors: errors.list,
    tabs: tabsOf(
      [
        { id: 'general', text: text.tab_general, wrong: wrongIn(general) },
        { id: 'data', text: text.tab_data, wrong: wrongIn(data.flatMap((group) => group.fields)) },
        { id: 'option', text: text.tab_option, wrong: errors.list.some((error) => error.field.startsWith('option_')) },
      ],
      tab,
      text.tab_wrong,
    ),
    general,
    data,
    options: optionViews(typed.options, choices.options, errors, text, mayModify),
    addOption:
      left.length === 0
        ? null
        : maker.select('add_option', text.entry_option, '', [
            { value: '', text: text.select },
            ...left.map((option) => ({ value: String(option.optionId), text: option.name })),
          ]),
  };
}

/** In the shop's first language; the model where that is empty. */
function nameOf(typed: ProductTyped): string {
  const [first = ''] = Object.entries(typed.names)
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, name]) => name);
  return first || typed.model;
}
