import { baseCurrencyCode } from '../../../extension/opencart/localisation/currencies';
import { listLanguages } from '../../../extension/opencart/localisation/languages';
import { listProducts, PRODUCT_SORTS, type ProductListItem } from '../../../extension/opencart/product/products';
import { fill, joined } from '../../../system/language';
import { countFormat } from '../../../system/formats';
import type { Admin } from '../../admin';
import { noErrors, type FieldErrors } from '../../form_errors';
import { headingOf, listQueryOf, roundRows } from '../../list_query';
import { priceText } from '../../price_text';
import type { ProductListView } from '../../view/catalog/product_list';
import type { Visit } from '../../visit';

const HOME = '/admin/catalog/product';

export async function productListView(
  app: Admin,
  visit: Visit,
  errors: FieldErrors = noErrors,
): Promise<ProductListView> {
  const text = joined(visit.texts('common/form'), visit.texts('catalog/product'));
  const query = listQueryOf(visit, PRODUCT_SORTS);
  const languages = await listLanguages(app.db);
  const currency = await baseCurrencyCode(app.db);
  const { rows, total } = await listProducts(app.db, { ...query, languageId: languages[0]?.languageId ?? 1 });
  const heading = (sort: (typeof PRODUCT_SORTS)[number], name: string, amount = false) =>
    headingOf({ visit, path: HOME, query }, { sort, text: name, amount });
  return {
    title: text.title,
    crumbs: [{ text: text.title, href: visit.href(HOME) }],
    text,
    mayModify: visit.may('modify', 'catalog/product'),
    addHref: visit.href(`${HOME}/form`),
    actions: {
      delete: visit.href(`${HOME}/delete`),
      enable: visit.href(`${HOME}/enable`),
      disable: visit.href(`${HOME}/disable`),
    },
    errors: errors.list,
    ...roundRows({ visit, path: HOME, query }, total, text),
    headings: [
      heading('name', text.column_name),
      heading('model', text.column_model),
      heading('price', text.column_price, true),
      heading('quantity', text.column_quantity, true),
      heading('status', text.column_status),
    ],
    rows: rows.map((row) => rowOf(visit, row, currency)),
  };
}

function rowOf(visit: Visit, row: ProductListItem, currency: string): ProductListView['rows'][number] {
  const text = visit.texts('common/form');
  return {
    id: String(row.productId),
    name: row.name,
    model: row.model,
    price: priceText(row.price, currency, visit.locale),
    quantity: countFormat(visit.locale).format(row.quantity),
    scarce: row.quantity <= 0,
    enabled: row.enabled,
    status: row.enabled ? text.enabled : text.disabled,
    selectLabel: fill(text.select_row, { name: row.name }),
    editHref: visit.href(`${HOME}/form`, { product_id: row.productId }),
  };
}
