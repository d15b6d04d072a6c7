import type { Option } from '../../../extension/opencart/product/options';
import { fill } from '../../../system/language';
import { fieldMaker } from '../../fields';
import type { FieldErrors } from '../../form_errors';
import type { ProductOptionValueView, ProductOptionView } from '../../view/catalog/product_form';
import type { ProductTexts } from './product_fields';
import type { OptionTyped, ValueTyped } from './product_typed';

/** Options that have values to choose from; the others are typed by the buyer. */
const WITH_VALUES = ['select', 'radio', 'checkbox'];

export function optionViews(
  typed: readonly OptionTyped[],
  shop: readonly Option[],
  errors: FieldErrors,
  text: ProductTexts,
  mayModify: boolean,
): ProductOptionView[] {
  const maker = fieldMaker(errors, mayModify);
  return typed.map((option, index) => {
    const known = shop.find((one) => one.optionId === option.optionId);
    const name = known?.name ?? '';
    const field = `option[${index}]`;
    return {
      name,
      field,
      productOptionId: String(option.productOptionId),
      optionId: String(option.optionId),
      required: option.required,
      requiredLabel: fill(text.entry_required_of, { name }),
      removeValue: `remove_option_${index}`,
      removeLabel: fill(text.option_remove, { name }),
      typed: WITH_VALUES.includes(known?.type ?? '')
        ? null
        : maker.input('text', `option_${index}_value`, text.entry_default, option.value, { name: `${field}[value]` }),
      values: valueViews(option, index, known, errors, text),
    };
  });
}

/**
 * The rules count the offered values only, so the ids of the fields do too; a value that is not offered has an id
 * no error can name.
 */
function valueViews(
  option: OptionTyped,
  optionIndex: number,
  known: Option | undefined,
  errors: FieldErrors,
  text: ProductTexts,
): ProductOptionValueView[] {
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
