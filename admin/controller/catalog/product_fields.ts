import type { TextFiles } from '../../../language';
import { fill } from '../../../system/language';
import { optionsOf, type FieldMaker } from '../../fields';
import { nameFields } from '../../name_fields';
import type { FieldView } from '../../view/partial/field';
import type { ProductChoices } from './product_choices';
import type { ProductTyped } from './product_typed';

export type ProductTexts = TextFiles['catalog/product'] & TextFiles['common/form'];

export function generalFields(
  maker: FieldMaker,
  typed: ProductTyped,
  choices: ProductChoices,
  text: ProductTexts,
): FieldView[] {
  const names = nameFields(maker, choices.languages, typed.names, text, { lengthMax: 255 });
  return [
    ...names,
    maker.input('text', 'model', text.entry_model, typed.model, { required: true, lengthMax: 64 }),
    maker.input('text', 'sku', text.entry_sku, typed.sku, { lengthMax: 64 }),
    maker.yesNo('status', text.entry_status, typed.enabled, [text.enabled, text.disabled]),
  ];
}

export interface FieldGroup {
  readonly heading: string;
  readonly fields: readonly FieldView[];
}

export function dataFields(
  maker: FieldMaker,
  typed: ProductTyped,
  choices: ProductChoices,
  text: ProductTexts,
): FieldGroup[] {
  return [
    { heading: text.heading_price, fields: priceFields(maker, typed, choices, text) },
    { heading: text.heading_stock, fields: stockFields(maker, typed, choices, text) },
    { heading: text.heading_shipping, fields: shippingFields(maker, typed, choices, text) },
    { heading: text.entry_stores, fields: [storeField(maker, typed, choices, text)] },
  ];
}

function priceFields(maker: FieldMaker, typed: ProductTyped, choices: ProductChoices, text: ProductTexts): FieldView[] {
  return [
    maker.input('text', 'price', text.entry_price, typed.price, {
      inputmode: 'decimal',
      required: true,
      help: fill(text.help_price, { currency: choices.currency }),
      ...(choices.currency === '' ? {} : { suffix: choices.currency }),
    }),
    maker.select('tax_class_id', text.entry_tax_class, String(typed.taxClassId), [
      { value: '0', text: text.none },
      ...optionsOf(choices.taxClasses),
    ]),
  ];
}

function stockFields(maker: FieldMaker, typed: ProductTyped, choices: ProductChoices, text: ProductTexts): FieldView[] {
  return [
    maker.input('text', 'quantity', text.entry_quantity, typed.quantity, {
      inputmode: 'numeric',
      required: true,
      help: text.help_quantity,
    }),
    maker.input('text', 'minimum', text.entry_minimum, typed.minimum, {
      inputmode: 'numeric',
      required: true,
      help: text.help_minimum,
    }),
    maker.yesNo('subtract', text.entry_subtract, typed.subtract, [text.yes, text.no]),
    maker.select('stock_status_id', text.entry_stock_status, String(typed.stockStatusId), [
      { value: '0', text: text.none },
      ...optionsOf(choices.stockStatuses),
    ]),
  ];
}

function shippingFields(
  maker: FieldMaker,
  typed: ProductTyped,
  choices: ProductChoices,
  text: ProductTexts,
): FieldView[] {
  return [
    maker.yesNo('shipping', text.entry_shipping, typed.shipping, [text.yes, text.no]),
    maker.input('text', 'weight', text.entry_weight, typed.weight, { inputmode: 'decimal', required: true }),
    maker.select('weight_class_id', text.entry_weight_class, String(typed.weightClassId), [
      { value: '0', text: text.none },
      ...optionsOf(choices.weightClasses),
    ]),
  ];
}

function storeField(maker: FieldMaker, typed: ProductTyped, choices: ProductChoices, text: ProductTexts): FieldView {
  const stores = choices.stores.map(({ storeId, name }) => ({ value: String(storeId), text: name }));
  return maker.checks('stores', text.entry_stores, typed.storeIds.map(String), stores, { wide: true });
}
