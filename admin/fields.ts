import type { FieldErrors } from './form_errors';
import type { FieldView } from './view/partial/field';

/** What may be said of a field beside its id, label and value. `name` is the id unless given. */
export type FieldMore = Partial<Omit<FieldView, 'kind' | 'id' | 'label' | 'value' | 'options' | 'error' | 'disabled'>>;

export interface FieldOption {
  readonly value: string;
  readonly text: string;
}

/** Draws the fields of one form: with the error beside each, and disabled for people who may only look. */
export interface FieldMaker {
  input(kind: InputKind, id: string, label: string, value: string, more?: FieldMore): FieldView;
  select(id: string, label: string, value: string, options: readonly FieldOption[], more?: FieldMore): FieldView;
  /** Yes and No, as radios with the values 1 and 0. */
  yesNo(
    id: string,
    label: string,
    value: boolean,
    words: readonly [yes: string, no: string],
    more?: FieldMore,
  ): FieldView;
  checks(
    id: string,
    label: string,
    chosen: readonly string[],
    options: readonly FieldOption[],
    more?: FieldMore,
  ): FieldView;
}

type InputKind = Exclude<FieldView['kind'], 'select' | 'switch' | 'checks'>;

export function fieldMaker(errors: FieldErrors, mayModify: boolean): FieldMaker {
  const common = (id: string, label: string, more: FieldMore) => {
    const error = errors.of(id);
    const shown = { id, name: id, label, ...more, ...(error === undefined ? {} : { error }) };
    return mayModify ? shown : { ...shown, required: false, disabled: true };
  };
  return {
    input: (kind, id, label, value, more = {}) => ({ kind, value, ...common(id, label, more) }),
    select: (id, label, value, options, more = {}) => ({
      kind: 'select',
      options: options.map((option) => ({ ...option, selected: option.value === value })),
      ...common(id, label, more),
    }),
    yesNo: (id, label, value, [yes, no], more = {}) => ({
      kind: 'switch',
      options: [
        { value: '1', text: yes, selected: value },
        { value: '0', text: no, selected: !value },
      ],
      ...common(id, label, more),
    }),
    checks: (id, label, chosen, options, more = {}) => ({
      kind: 'checks',
      options: options.map((option) => ({ ...option, selected: chosen.includes(option.value) })),
      ...common(id, label, more),
    }),
  };
}

/** Things with an id and a name, as the entries of a select. */
export function optionsOf(choices: readonly { readonly id: number; readonly name: string }[]): FieldOption[] {
  return choices.map(({ id, name }) => ({ value: String(id), text: name }));
}
