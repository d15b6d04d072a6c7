import type { OptionValue, WholeOption } from '../../../extension/opencart/product/find_option';
import type { OptionForm } from '../../../extension/opencart/product/save_option';
import type { Names } from '../../../extension/opencart/names';
import type { Language } from '../../../extension/payment_link/order_book';
import { groupsIn, numberedIn, textIn, wholeIn, type Input } from '../../../system/http/input';
import { completedNames } from '../../form/name_fields';
import { whole } from './product_typed';

/** An option as its form holds it: numbers as they were typed. */
export interface WholeOptionTyped {
  readonly names: Names;
  readonly type: string;
  readonly sortOrder: string;
  readonly values: readonly OptionValueTyped[];
}

export interface OptionValueTyped {
  /** 0 for a new one. */
  readonly optionValueId: number;
  readonly names: Names;
  readonly sortOrder: string;
}

const NEW_VALUE: OptionValueTyped = { optionValueId: 0, names: {}, sortOrder: '' };

/** Begins with rows for three values: without script each further one asks the server. */
export const NEW_OPTION: WholeOptionTyped = {
  names: {},
  type: 'select',
  sortOrder: '0',
  values: [NEW_VALUE, NEW_VALUE, NEW_VALUE],
};

export function optionTypedOf(option: WholeOption): WholeOptionTyped {
  return { ...option, sortOrder: String(option.sortOrder), values: option.values.map(valueTypedOf) };
}

export function valueTypedOf(value: OptionValue): OptionValueTyped {
  return { ...value, sortOrder: String(value.sortOrder) };
}

export function optionTypedIn(body: Input): WholeOptionTyped {
  return {
    names: numberedIn(body, 'name'),
    type: textIn(body, 'type'),
    sortOrder: textIn(body, 'sort_order'),
    values: groupsIn(body, 'value').map((value) => ({
      optionValueId: wholeIn(value, 'option_value_id'),
      names: numberedIn(value, 'name'),
      sortOrder: textIn(value, 'sort_order'),
    })),
  };
}

/** The buttons that add or remove a value show the form again and save nothing. Null for Save. */
export function withValueChanged(typed: WholeOptionTyped, act: string): WholeOptionTyped | null {
  const removed = /^remove_value_(\d{1,4})$/.exec(act)?.[1];
  if (removed !== undefined) {
    return { ...typed, values: typed.values.filter((_value, index) => index !== Number(removed)) };
  }
  if (act !== 'add_value') return null;
  return { ...typed, values: [...typed.values, { ...NEW_VALUE, sortOrder: lastPlace(typed.values) }] };
}

/** Where values are in an order of their own a new one comes behind them; else all share one place. */
function lastPlace(values: readonly OptionValueTyped[]): string {
  const last = Math.max(0, ...values.map((value) => whole(value.sortOrder || '0')).filter(Number.isSafeInteger));
  return last === 0 ? '' : String(last + 1);
}

/** Without the rows for new values in which nothing was typed. */
export function withoutEmptyRows(typed: WholeOptionTyped): WholeOptionTyped {
  const isEmpty = (value: OptionValueTyped): boolean =>
    value.optionValueId === 0 && Object.values(value.names).every((name) => name === '');
  return { ...typed, values: typed.values.filter((value) => !isEmpty(value)) };
}

/** What is to be saved. A number that is none becomes NaN, which the rules refuse; an empty one is 0. */
export function optionFormOf(typed: WholeOptionTyped, languages: readonly Language[]): OptionForm {
  return {
    names: completedNames(languages, typed.names),
    type: typed.type,
    sortOrder: whole(typed.sortOrder || '0'),
    values: typed.values.map(({ optionValueId, names, sortOrder }) => ({
      optionValueId,
      names: completedNames(languages, names),
      sortOrder: whole(sortOrder || '0'),
    })),
  };
}
