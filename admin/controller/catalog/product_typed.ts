import type { Names } from '../../../extension/opencart/names';
import type { Option } from '../../../extension/opencart/product/options';
import type { ProductForm } from '../../../extension/opencart/product/save_product';
import type { Product } from '../../../extension/opencart/product/products';
import type { ProductOption } from '../../../extension/opencart/product/product_options';
import {
  decimalIn,
  flagIn,
  groupsIn,
  listIn,
  numberedIn,
  textIn,
  wholeIn,
  type Input,
} from '../../../system/http/input';

/** The product form as a person typed it: numbers stay text, so that a wrong one comes back as it was. */
export interface ProductTyped {
  readonly names: Names;
  readonly model: string;
  readonly sku: string;
  readonly price: string;
  readonly taxClassId: number;
  readonly quantity: string;
  /** What the form showed at first; empty for a new product. */
  readonly quantityWas: string;
  readonly minimum: string;
  readonly subtract: boolean;
  readonly stockStatusId: number;
  readonly enabled: boolean;
  readonly shipping: boolean;
  readonly weight: string;
  readonly weightClassId: number;
  readonly storeIds: readonly number[];
  readonly options: readonly OptionTyped[];
}

export interface OptionTyped {
  readonly productOptionId: number;
  readonly optionId: number;
  readonly required: boolean;
  readonly value: string;
  readonly values: readonly ValueTyped[];
}

export interface ValueTyped {
  readonly productOptionValueId: number;
  readonly optionValueId: number;
  /** Whether the product has this value at all. */
  readonly offered: boolean;
  readonly quantity: string;
  readonly quantityWas: string;
  readonly subtract: boolean;
  readonly price: string;
  readonly pricePrefix: '+' | '-';
}

export const NEW_PRODUCT: ProductTyped = {
  names: {},
  model: '',
  sku: '',
  price: '0.00',
  taxClassId: 0,
  quantity: '1',
  quantityWas: '',
  minimum: '1',
  subtract: true,
  stockStatusId: 0,
  enabled: true,
  shipping: true,
  weight: '0.00',
  weightClassId: 0,
  storeIds: [0],
  options: [],
};

export function typedOf(product: Product, options: readonly ProductOption[], shop: readonly Option[]): ProductTyped {
  const quantity = String(product.quantity);
  return {
    ...product,
    price: shortDecimal(product.price),
    weight: shortDecimal(product.weight),
    quantity,
    quantityWas: quantity,
    minimum: String(product.minimum),
    options: options.map((option) => optionTyped(option, shop)),
  };
}

function optionTyped(option: ProductOption, shop: readonly Option[]): OptionTyped {
  const { productOptionId, optionId, required, value } = option;
  const had = option.values.map((one) => ({
    ...one,
    offered: true,
    quantity: String(one.quantity),
    quantityWas: String(one.quantity),
    price: shortDecimal(one.price),
  }));
  return { productOptionId, optionId, required, value, values: [...had, ...further(optionId, had, shop)] };
}

/** An option that is being added, with every value the shop has for it, none of them offered yet. */
export function newOption(optionId: number, shop: readonly Option[]): OptionTyped {
  return { productOptionId: 0, optionId, required: true, value: '', values: further(optionId, [], shop) };
}

function further(optionId: number, had: readonly { optionValueId: number }[], shop: readonly Option[]): ValueTyped[] {
  const values = shop.find((option) => option.optionId === optionId)?.values ?? [];
  return values
    .filter((value) => !had.some((one) => one.optionValueId === value.optionValueId))
    .map(({ optionValueId }) => ({
      productOptionValueId: 0,
      optionValueId,
      offered: false,
      quantity: '0',
      quantityWas: '0',
      subtract: true,
      price: '0.00',
      pricePrefix: '+',
    }));
}

export function typedIn(body: Input): ProductTyped {
  return {
    names: numberedIn(body, 'name'),
    model: textIn(body, 'model'),
    sku: textIn(body, 'sku'),
    price: decimalIn(body, 'price'),
    taxClassId: wholeIn(body, 'tax_class_id'),
    quantity: textIn(body, 'quantity'),
    quantityWas: textIn(body, 'quantity_was'),
    minimum: textIn(body, 'minimum'),
    subtract: flagIn(body, 'subtract'),
    stockStatusId: wholeIn(body, 'stock_status_id'),
    enabled: flagIn(body, 'status'),
    shipping: flagIn(body, 'shipping'),
    weight: decimalIn(body, 'weight'),
    weightClassId: wholeIn(body, 'weight_class_id'),
    storeIds: listIn(body, 'stores').map(Number).filter(Number.isSafeInteger),
    options: groupsIn(body, 'option').map(optionIn),
  };
}

function optionIn(option: Input): OptionTyped {
  return {
    productOptionId: wholeIn(option, 'product_option_id'),
    optionId: wholeIn(option, 'option_id'),
    required: flagIn(option, 'required'),
    value: textIn(option, 'value'),
    values: groupsIn(option, 'values').map((value) => ({
      productOptionValueId: wholeIn(value, 'product_option_value_id'),
      optionValueId: wholeIn(value, 'option_value_id'),
      offered: flagIn(value, 'offered'),
      quantity: textIn(value, 'quantity'),
      quantityWas: textIn(value, 'quantity_was'),
      subtract: flagIn(value, 'subtract'),
      price: decimalIn(value, 'price'),
      pricePrefix: textIn(value, 'price_prefix') === '-' ? '-' : '+',
    })),
  };
}

/** What is to be saved. A number that is none becomes NaN, which the rules of the form refuse. */
export function formOf(typed: ProductTyped): ProductForm {
  const { quantityWas, ...rest } = typed;
  return {
    ...rest,
    quantity: whole(typed.quantity),
    minimum: whole(typed.minimum),
    ...wasOf(quantityWas),
    options: typed.options.map((option) => ({
      ...option,
      values: option.values
        .filter((value) => value.offered)
        .map(({ quantityWas: was, ...value }) => ({ ...value, quantity: whole(value.quantity), ...wasOf(was) })),
    })),
  };
}

function wasOf(text: string): { quantityWas?: number } {
  const was = whole(text);
  return Number.isNaN(was) ? {} : { quantityWas: was };
}

export function whole(text: string): number {
  return /^-?\d{1,9}$/.test(text) ? Number(text) : NaN;
}

/** "101.0000" → "101.00": two places at least, more where they say something. */
function shortDecimal(text: string): string {
  return text.replace(/(\.\d\d\d*?)0+$/, '$1');
}
