import type { DraftLine, PricedOrder } from '../../../../extension/opencart/order/order_draft';
import { findSellable, type ProductFound } from '../../../../extension/opencart/product/search_products';
import { listStores } from '../../../../extension/opencart/setting/stores';
import { fill } from '../../../../system/language';
import type { Admin } from '../../../admin';
import type { FieldErrors } from '../../../form_errors';
import type { LineView, OrderFormView, PendingView } from '../../../view/sale/order_form';
import type { Visit } from '../../../visit';
import { foundProducts } from './actions';
import { optionField, shown, type CurrencyShown, type FieldMaker } from './fields';
import { optionKey, type OrderFormState } from './state';

const FOUND_MAX = 8;

export interface ProductsParts {
  /** In which staff read. */
  readonly languageId: number;
  readonly state: OrderFormState;
  readonly priced: PricedOrder | null;
  readonly currency: CurrencyShown;
  readonly field: FieldMaker;
  readonly errors: FieldErrors;
}

export async function productsPart(app: Admin, visit: Visit, parts: ProductsParts): Promise<OrderFormView['products']> {
  const { state, currency } = parts;
  const { storeId, lines } = state.draft;
  const { languageId } = parts;
  const found = await foundProducts(app, state, FOUND_MAX, languageId);
  const ids = [...new Set([...lines.map((line) => line.productId), state.pendingProductId])].filter((id) => id > 0);
  const products = await findSellable(app.db, ids, { languageId, storeId });
  const byId = new Map(products.map((product) => [product.productId, product]));
  const pending = byId.get(state.pendingProductId) ?? null;
  return {
    search: state.productSearch,
    found: found.map((product) => ({
      value: `pick_product:${product.productId}`,
      text: product.name,
      detail: `${product.model} · ${shown(product.price, currency)} · ${stockText(visit, product)}`,
    })),
    nothingFound: state.productSearch === '' || found.length > 0 ? null : await nothingText(app, visit, storeId),
    pending: pending === null ? null : pendingView(visit, pending, parts),
    lines: lines.map((line, index) => lineView(visit, line, index, byId.get(line.productId) ?? null, parts)),
  };
}

/** An additional store sells nothing until products are put into it: whoever looks in vain is told where. */
async function nothingText(app: Admin, visit: Visit, storeId: number): Promise<string> {
  const text = visit.texts('sale/order_form');
  if (storeId === 0) return text.no_product;
  const store = (await listStores(app.db)).find((one) => one.storeId === storeId);
  return fill(text.no_product_here, { store: store?.name ?? `#${storeId}` });
}

function stockText(visit: Visit, product: ProductFound): string {
  const text = visit.texts('sale/order_form');
  return product.subtract ? fill(text.in_stock, { count: product.quantity }) : text.not_counted;
}

function pendingView(visit: Visit, product: ProductFound, { state, currency, field }: ProductsParts): PendingView {
  const text = visit.texts('sale/order_form');
  return {
    productId: String(product.productId),
    name: product.name,
    stock: stockText(visit, product),
    fields: [
      ...product.options.map((option) => {
        const missing = state.pendingMissing.includes(option.productOptionId);
        const error = missing ? fill(text.option_missing, { name: option.name }) : null;
        return optionField(option, currency, { chosen: state.pendingOptions, error });
      }),
      field('number', 'pending_quantity', text.entry_quantity, String(state.pendingQuantity), { min: product.minimum }),
    ],
  };
}

function lineView(
  visit: Visit,
  line: DraftLine,
  index: number,
  product: ProductFound | null,
  { priced, currency, field, errors }: ProductsParts,
): LineView {
  const text = visit.texts('sale/order_form');
  const computed = priced?.lines[index];
  const name = product?.name ?? computed?.name ?? `#${line.productId}`;
  const shortage = priced?.shortages.find(({ lineIndex }) => lineIndex === index);
  const wrong = errors.list.find(
    (error) =>
      error.field === `lines-${index}` ||
      (error.field.startsWith(`lines-${index}-`) && !error.field.endsWith('-quantity')),
  );
  return {
    index: String(index),
    name,
    model: product?.model ?? '',
    options: (computed?.options ?? []).map((option) => `${option.name}: ${option.value}`),
    hidden: hiddenOf(line, index),
    quantity: field(
      'number',
      `lines.${index}.quantity`,
      `${text.column_quantity}: ${name}`,
      line.quantity > 0 ? String(line.quantity) : '',
      { min: 1, max: 999999 },
    ),
    price: computed ? shown(computed.price, currency) : '—',
    total: computed ? shown(computed.total, currency) : '—',
    warning: wrong?.text ?? (shortage ? fill(text.shortage, { available: shortage.available }) : null),
    removeLabel: fill(text.remove_line, { name }),
  };
}

function hiddenOf(line: DraftLine, index: number): LineView['hidden'] {
  return [
    { name: `lines[${index}][product_id]`, value: String(line.productId) },
    ...line.options.map((option) =>
      option.productOptionValueId > 0
        ? {
            name: `lines[${index}][option][${optionKey(option.productOptionId)}][]`,
            value: String(option.productOptionValueId),
          }
        : { name: `lines[${index}][option_text][${optionKey(option.productOptionId)}]`, value: option.value },
    ),
  ];
}
