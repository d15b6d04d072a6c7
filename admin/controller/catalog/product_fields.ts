import type { TextFiles } from '../../../language';
import { fill } from '../../../system/language';
import { optionsOf } from '../../fields';
import type { Form } from '../../form/form';
import { nameFields } from '../../form/name_fields';
import type { FieldView } from '../../view/partial/field';
import type { ProductChoices } from './product_choices';
import type { ProductTyped } from './product_typed';

/** A product's form: what is in it, and what there is to choose from. */
export interface ProductParts extends Form<TextFiles['catalog/product']> {
  readonly typed: ProductTyped;
  readonly choices: ProductChoices;
}

export function generalFields(parts: ProductParts): FieldView[] {
  const { field, typed, choices, text } = parts;
  return [
    ...nameFields(parts, { languages: choices.languages, names: typed.names, lengthMax: 255 }),
    field.input({ id: 'model', label: text.entry_model, value: typed.model, required: true, lengthMax: 64 }),
    field.input({ id: 'sku', label: text.entry_sku, value: typed.sku, lengthMax: 64 }),
    field.yesNo({ id: 'status', label: text.entry_status, value: typed.enabled, words: [text.enabled, text.disabled] }),
  ];
}

export interface FieldGroup {
  readonly heading: string;
  readonly fields: readonly FieldView[];
}

export function dataFields(parts: ProductParts): FieldGroup[] {
  return [
    { heading: parts.text.heading_price, fields: priceFields(parts) },
    { heading: parts.text.heading_stock, fields: stockFields(parts) },
    { heading: parts.text.heading_shipping, fields: shippingFields(parts) },
    { heading: parts.text.entry_stores, fields: [storeField(parts)] },
  ];
}

function priceFields({ field, typed, choices, text }: ProductParts): FieldView[] {
  return [
    field.input({
      id: 'price',
      label: text.entry_price,
      value: typed.price,
      inputmode: 'decimal',
      required: true,
      help: fill(text.help_price, { currency: choices.currency }),
      ...(choices.currency === '' ? {} : { suffix: choices.currency }),
    }),
    field.select({
      id: 'tax_class_id',
      label: text.entry_tax_class,
      value: String(typed.taxClassId),
      options: [{ value: '0', text: text.none }, ...optionsOf(choices.taxClasses)],
    }),
  ];
}

function stockFields({ field, typed, choices, text }: ProductParts): FieldView[] {
  return [
    field.input({
      id: 'quantity',
      label: text.entry_quantity,
      value: typed.quantity,
      inputmode: 'numeric',
      required: true,
      help: text.help_quantity,
    }),
    field.input({
      id: 'minimum',
      label: text.entry_minimum,
      value: typed.minimum,
      inputmode: 'numeric',
      required: true,
      help: text.help_minimum,
    }),
    field.yesNo({ id: 'subtract', label: text.entry_subtract, value: typed.subtract, words: [text.yes, text.no] }),
    field.select({
      id: 'stock_status_id',
      label: text.entry_stock_status,
      value: String(typed.stockStatusId),
      options: [{ value: '0', text: text.none }, ...optionsOf(choices.stockStatuses)],
    }),
  ];
}

function shippingFields({ field, typed, choices, text }: ProductParts): FieldView[] {
  return [
    field.yesNo({ id: 'shipping', label: text.entry_shipping, value: typed.shipping, words: [text.yes, text.no] }),
    field.input({ id: 'weight', label: text.entry_weight, value: typed.weight, inputmode: 'decimal', required: true }),
    field.select({
      id: 'weight_class_id',
      label: text.entry_weight_class,
      value: String(typed.weightClassId),
      options: [{ value: '0', text: text.none }, ...optionsOf(choices.weightClasses)],
    }),
  ];
}

function storeField({ field, typed, choices, text }: ProductParts): FieldView {
  const stores = choices.stores.map(({ storeId, name }) => ({ value: String(storeId), text: name }));
  return field.checks({
    id: 'stores',
    label: text.entry_stores,
    chosen: typed.storeIds.map(String),
    options: stores,
    wide: true,
  });
}
