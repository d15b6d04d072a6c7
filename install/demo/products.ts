import { insertOption, insertOptionValue } from '../../extension/opencart/product/option_rows';
import type { OptionForm } from '../../extension/opencart/product/product_option_rows';
import type { ProductForm } from '../../extension/opencart/product/save_product';
import { saveProduct } from '../../extension/opencart/product/save_product';
import type { Clock } from '../../system/clock';
import type { Tx } from '../../system/db/table';
import type { DemoOption } from '../data/demo_options';
import { DEMO_OPTIONS } from '../data/demo_options';
import type { DemoProduct, DemoProductOption } from '../data/demo_products';
import { DEMO_PRODUCTS } from '../data/demo_products';
import { byLanguage } from '../data/languages';
import { insertRows } from '../seed/rows';

interface SavedOption {
  readonly optionId: number;
  readonly valueIds: readonly number[];
}

export async function seedDemoProducts(tx: Tx, clock: Clock): Promise<void> {
  const options = await saveOptions(tx);
  for (const product of DEMO_PRODUCTS) {
    const productId = await saveProduct(tx, clock, null, formOf(product, options));
    if (product.discountFromTen !== undefined) await saveDiscount(tx, productId, product.discountFromTen);
  }
}

async function saveOptions(tx: Tx): Promise<ReadonlyMap<string, SavedOption>> {
  const saved = new Map<string, SavedOption>();
  for (const [name, option] of Object.entries<DemoOption>(DEMO_OPTIONS)) {
    const optionId = await insertOption(tx, option.type, byLanguage(option.names), saved.size + 1);
    const valueIds: number[] = [];
    for (const value of option.values) {
      valueIds.push(await insertOptionValue(tx, optionId, byLanguage(value), valueIds.length + 1));
    }
    saved.set(name, { optionId, valueIds });
  }
  return saved;
}

function formOf(product: DemoProduct, options: ReadonlyMap<string, SavedOption>): ProductForm {
  return {
    names: byLanguage(product.names),
    model: product.model,
    sku: '',
    price: product.price,
    quantity: product.quantity,
    subtract: product.subtract ?? true,
    minimum: product.minimum ?? 1,
    taxClassId: product.taxClassId,
    stockStatusId: 5,
    enabled: product.enabled ?? true,
    shipping: product.weight !== null,
    weight: product.weight ?? '0',
    weightClassId: 1,
    storeIds: [0],
    options: (product.options ?? []).map((option) => optionFormOf(option, options.get(option.option))),
  };
}

function optionFormOf(option: DemoProductOption, saved: SavedOption | undefined): OptionForm {
  return {
    productOptionId: 0,
    optionId: saved?.optionId ?? 0,
    required: option.required ?? false,
    value: '',
    values: (option.values ?? []).map(([price, quantity], index) => ({
      productOptionValueId: 0,
      optionValueId: saved?.valueIds[index] ?? 0,
      quantity,
      subtract: true,
      price: price.replace('-', ''),
      pricePrefix: price.startsWith('-') ? '-' : '+',
    })),
  };
}

async function saveDiscount(tx: Tx, productId: number, percent: string): Promise<void> {
  const always = { date_start: null, date_end: null };
  const discount = { quantity: 10, priority: 1, price: `${percent}.0000`, type: 'P', special: 0, ...always };
  await insertRows(tx, 'product_discount', [{ product_id: productId, customer_group_id: 1, ...discount }]);
}
