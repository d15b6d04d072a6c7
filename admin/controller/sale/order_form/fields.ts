import type { DraftLine } from '../../../../extension/opencart/order/order_draft';
import type { ProductOption } from '../../../../extension/opencart/product/product_options';
import { decimal } from '../../../../system/decimal';
import { orderAmountText } from '../../../amounts';
import type { FieldErrors } from '../../../form_errors';
import { fieldId } from '../../../form_errors';
import type { FieldView } from '../../../view/partial/field';
import { optionKey } from './state';

type Kind = FieldView['kind'];

/** `path` names the field as the program names its errors; a line of text unless `kind` says otherwise. */
export interface OrderField extends Partial<Omit<FieldView, 'id' | 'name' | 'label' | 'error'>> {
  readonly path: string;
  readonly label: string;
}

export type OrderFieldMaker = (field: OrderField) => FieldView;

/** `payment_address.city` → id `payment_address-city`, name `payment_address[city]`. */
export function fieldsWith(errors: FieldErrors): OrderFieldMaker {
  return ({ path, ...field }) => {
    const id = fieldId(path);
    const error = errors.of(id);
    const [first = '', ...rest] = path.split('.');
    const name = `${first}${rest.map((part) => `[${part}]`).join('')}`;
    return { kind: 'text', ...field, id, name, ...(error === undefined ? {} : { error }) };
  };
}

export interface Choosable {
  readonly value: string;
  readonly text: string;
}

/** Options of a select. What is chosen but not offered any more stays visible as what it was. */
export function optionsOf(
  choices: readonly Choosable[],
  chosen: string,
  empty?: string,
): NonNullable<FieldView['options']> {
  const all = [...(empty === undefined ? [] : [{ value: '', text: empty }]), ...choices];
  const known = all.some(({ value }) => value === chosen);
  return [...all, ...(known || chosen === '' || chosen === '0' ? [] : [{ value: chosen, text: chosen }])].map(
    (choice) => ({
      ...choice,
      selected: choice.value === chosen,
    }),
  );
}

/** One field per option of the product that is about to be added, with what was chosen or typed so far. */
export function optionField(
  option: ProductOption,
  currency: CurrencyShown,
  given: { readonly chosen: DraftLine['options']; readonly error: string | null },
): FieldView {
  const own = given.chosen.filter(({ productOptionId }) => productOptionId === option.productOptionId);
  const base = {
    id: `pending_option-${option.productOptionId}`,
    label: option.name,
    required: option.required,
    ...(given.error === null ? {} : { error: given.error }),
  };
  if (option.values.length === 0) {
    const kind = OPTION_KINDS[option.type] ?? 'text';
    return {
      ...base,
      kind,
      name: `pending_option_text[${optionKey(option.productOptionId)}]`,
      value: own[0]?.value ?? option.value,
    };
  }
  return {
    ...base,
    kind: option.type === 'checkbox' ? 'checks' : 'select',
    name: `pending_option[${optionKey(option.productOptionId)}]`,
    options: [
      ...(option.type === 'checkbox' ? [] : [{ value: '', text: '—', selected: false }]),
      ...option.values.map((value) => ({
        value: String(value.productOptionValueId),
        text: `${value.name}${surcharge(value.price, value.pricePrefix, currency)}${value.subtract ? ` · ${value.quantity}` : ''}`,
        selected: own.some(({ productOptionValueId }) => productOptionValueId === value.productOptionValueId),
      })),
    ],
  };
}

const OPTION_KINDS: Readonly<Record<string, Kind>> = {
  textarea: 'textarea',
  date: 'date',
  time: 'time',
  datetime: 'datetime-local',
};

/** The order's currency as amounts are shown: its rate against the base currency. */
export interface CurrencyShown {
  readonly code: string;
  readonly value: string;
  readonly locale: string;
}

/** A base-currency amount, in the order's currency. */
export function shown(amount: string, currency: CurrencyShown): string {
  return orderAmountText(amount, decimal(currency.value), currency.code, currency.locale);
}

function surcharge(price: string, prefix: '+' | '-', currency: CurrencyShown): string {
  return decimal(price).isZero() ? '' : ` (${prefix}${shown(price, currency)})`;
}
