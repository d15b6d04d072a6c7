import { hasValues, type Option } from '../../../extension/opencart/product/options';
import { fill } from '../../../system/language';
import type { ProductOptionValueView, ProductOptionView } from '../../view/catalog/product_form';
import { under, type NamedField } from '../../form/summary';
import type { FieldView } from '../../view/partial/field';
import type { ProductParts } from './product_fields';
import type { OptionTyped, ValueTyped } from './product_typed';

export function optionViews(parts: ProductParts): ProductOptionView[] {
  return parts.typed.options.map((option, index) => optionView(parts, option, index));
}

function optionView(
  { field, text, choices, errors }: ProductParts,
  option: OptionTyped,
  index: number,
): ProductOptionView {
  const known = choices.options.find((one) => one.optionId === option.optionId);
  const name = known?.name ?? '';
  const prefix = `option[${index}]`;
  const id = `option_${index}_value`;
  return {
    name,
    field: prefix,
    productOptionId: String(option.productOptionId),
    optionId: String(option.optionId),
    required: option.required,
    requiredLabel: fill(text.entry_required_of, { name }),
    removeValue: `remove_option_${index}`,
    removeLabel: fill(text.option_remove, { name }),
    typed: hasValues(known?.type ?? '')
      ? null
      : field.input({ id, label: text.entry_default, value: option.value, name: `${prefix}[value]` }),
    values: valueViews({ text, errors, option, index, known }),
  };
}

/** The fields of an option that an error can be about. */
export function namedFields({ name, typed, values }: ProductOptionView): NamedField[] {
  return [
    ...under(name, typed === null ? [] : [typed]),
    ...values.flatMap(({ id, quantityLabel, priceLabel }) =>
      under(name, [
        { id: `${id}_quantity`, label: quantityLabel },
        { id: `${id}_price`, label: priceLabel },
      ]),
    ),
  ];
}

/** Options the product does not have; null when none is left. */
export function addOptionField({ field, text, choices, typed }: ProductParts): FieldView | null {
  const left = choices.options.filter((option) => !typed.options.some((one) => one.optionId === option.optionId));
  if (left.length === 0) return null;
  const options = left.map((option) => ({ value: String(option.optionId), text: option.name }));
  return field.select({
    id: 'add_option',
    label: text.entry_option,
    value: '',
    options: [{ value: '', text: text.select }, ...options],
  });
}

interface ValueParts extends Pick<ProductParts, 'text' | 'errors'> {
  readonly option: OptionTyped;
  readonly index: number;
  /** The shop's option; unknown when it was deleted. */
  readonly known: Option | undefined;
}

/**
 * The rules count the offered values only, so the ids of the fields do too; a value that is not offered has an id
 * no error can name.
 */
function valueViews({ text, errors, option, index: optionIndex, known }: ValueParts): ProductOptionValueView[] {
  let place = 0;
  return option.values.map((value, index) => {
    const id = `option_${optionIndex}_${value.offered ? `value_${place++}` : `unused_${index}`}`;
    const name = known?.values.find((one) => one.optionValueId === value.optionValueId)?.name ?? '';
    return {
      id,
      field: `option[${optionIndex}][values][${index}]`,
      name,
      ...shown(value),
      offeredLabel: fill(text.value_offered, { name }),
      quantityLabel: fill(text.value_quantity, { name }),
      subtractLabel: fill(text.value_subtract, { name }),
      prefixLabel: fill(text.value_prefix, { name }),
      priceLabel: fill(text.value_price, { name }),
      quantityError: errors.of(`${id}_quantity`) ?? null,
      priceError: errors.of(`${id}_price`) ?? null,
    };
  });
}

function shown(value: ValueTyped) {
  return {
    productOptionValueId: String(value.productOptionValueId),
    optionValueId: String(value.optionValueId),
    offered: value.offered,
    quantity: value.quantity,
    quantityWas: value.quantityWas,
    subtract: value.subtract,
    minus: value.pricePrefix === '-',
    price: value.price,
  };
}
