import type { DraftLine } from '../../../../extension/opencart/order/order_draft';
import { offeredPrices } from '../../../../extension/opencart/pricing/offered_price';
import { findSellable, type ProductFound } from '../../../../extension/opencart/product/search_products';
import { listStores } from '../../../../extension/opencart/setting/stores';
import { fill } from '../../../../system/language';
import type { FieldView } from '../../../view/partial/field';
import type { LineView, OrderFormView, PendingView } from '../../../view/sale/order_form';
import { foundProducts } from './actions';
import { optionField, shown } from './fields';
import type { OrderParts } from './parts';
import { optionKey } from './state';

const FOUND_MAX = 8;

export async function productsPart(parts: OrderParts): Promise<OrderFormView['products']> {
  const { app, state, languageId } = parts;
  const { storeId, lines, customerGroupId } = state.draft;
  const found = await foundProducts(app, state, { limit: FOUND_MAX, languageId });
  const prices = await offeredPrices(app.db, found, { customerGroupId, now: parts.now });
  const ids = [...new Set([...lines.map((line) => line.productId), state.pendingProductId])].filter((id) => id > 0);
  const products = await findSellable(app.db, ids, { languageId, storeId });
  const byId = new Map(products.map((product) => [product.productId, product]));
  const pending = byId.get(state.pendingProductId) ?? null;
  return {
    search: state.productSearch,
    searchError: parts.errors.of('lines') ?? null,
    found: found.map((product) => ({
      value: `pick_product:${product.productId}`,
      text: product.name,
      detail: `${product.model} · ${priceText(parts, product, prices)} · ${stockText(parts, product)}`,
    })),
    nothingFound: state.productSearch === '' || found.length > 0 ? null : await nothingText(parts),
    pending: pending === null ? null : pendingView(parts, pending),
    lines: lines.map((line, index) => lineView(parts, { line, index, product: byId.get(line.productId) ?? null })),
  };
}

/** An additional store sells nothing until products are put into it: whoever looks in vain is told where. */
async function nothingText({ app, text, state }: OrderParts): Promise<string> {
  const { storeId } = state.draft;
  if (storeId === 0) return text.no_product;
  const store = (await listStores(app.db)).find((one) => one.storeId === storeId);
  const own = app.config.shop === 'embedded';
  return fill(own ? text.no_product_here : text.no_product_here_shop, { store: store?.name ?? `#${storeId}` });
}

/** What the customer is told on the phone: the price for their group, beside the usual one where it differs. */
function priceText({ text, currency }: OrderParts, product: ProductFound, prices: ReadonlyMap<number, string>): string {
  const usual = shown(product.price, currency);
  const price = shown(prices.get(product.productId) ?? product.price, currency);
  return price === usual ? usual : fill(text.price_instead, { price, usual });
}

function stockText({ text }: OrderParts, product: ProductFound): string {
  return product.subtract ? fill(text.in_stock, { count: product.quantity }) : text.not_counted;
}

function pendingView(parts: OrderParts, product: ProductFound): PendingView {
  const { text, state, currency, field } = parts;
  return {
    productId: String(product.productId),
    name: product.name,
    stock: stockText(parts, product),
    fields: [
      ...product.options.map((option) => {
        const missing = state.pendingMissing.includes(option.productOptionId);
        const error = missing ? fill(text.option_missing, { name: option.name }) : null;
        return optionField(option, currency, { chosen: state.pendingOptions, error });
      }),
      field({
        kind: 'number',
        path: 'pending_quantity',
        label: text.entry_quantity,
        value: String(state.pendingQuantity),
        min: product.minimum,
      }),
    ],
  };
}

/** One line of the order; the product is null when it is not sold any more. */
interface Line {
  readonly line: DraftLine;
  readonly index: number;
  readonly product: ProductFound | null;
}

function lineView(parts: OrderParts, { line, index, product }: Line): LineView {
  const { text, priced, currency } = parts;
  const computed = priced?.lines[index];
  const name = product?.name ?? computed?.name ?? `#${line.productId}`;
  return {
    index: String(index),
    name,
    model: product?.model ?? '',
    options: (computed?.options ?? []).map((option) => `${option.name}: ${option.value}`),
    hidden: hiddenOf(line, index),
    quantity: quantityField(parts, index, name),
    price: computed ? shown(computed.price, currency) : '—',
    total: computed ? shown(computed.total, currency) : '—',
    warning: warningOf(parts, index),
    removeLabel: fill(text.remove_line, { name }),
  };
}

function quantityField({ field, text, state, errors }: OrderParts, index: number, name: string): FieldView {
  const line = `lines-${index}`;
  const quantity = state.draft.lines[index]?.quantity ?? 0;
  const shown = field({
    kind: 'number',
    path: `lines.${index}.quantity`,
    label: `${text.column_quantity}: ${name}`,
    value: quantity > 0 ? String(quantity) : '',
    min: 1,
    max: 999999,
  });
  // What is wrong with a line is said where it can be mended.
  const wrong = errors.list.find((error) => error.field === line || error.field.startsWith(`${line}-`));
  return wrong ? { ...shown, error: wrong.text } : shown;
}

function warningOf({ text, priced }: OrderParts, index: number): string | null {
  const shortage = priced?.shortages.find(({ lineIndex }) => lineIndex === index);
  if (!shortage) return null;
  return shortage.available === 0 ? text.shortage_none : fill(text.shortage, { available: shortage.available });
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
