import type { FieldErrors } from './form_errors';
import type { FieldView } from './view/partial/field';

/** What may be said of a field beside its id, label and value. `name` is the id unless given. */
export type FieldMore = Partial<Omit<FieldView, 'kind' | 'id' | 'label' | 'value' | 'options' | 'error' | 'disabled'>>;

export interface FieldOption {
  readonly value: string;
  readonly text: string;
}

interface Drawn extends FieldMore {
  readonly id: string;
  readonly label: string;
}

/** A line of text unless `kind` says otherwise. */
export interface InputField extends Drawn {
  readonly kind?: InputKind;
  readonly value: string;
}

export interface SelectField extends Drawn {
  readonly value: string;
  readonly options: readonly FieldOption[];
}

export interface YesNoField extends Drawn {
  readonly value: boolean;
  readonly words: readonly [yes: string, no: string];
}

export interface ChecksField extends Drawn {
  readonly chosen: readonly string[];
  readonly options: readonly FieldOption[];
}

/** Draws the fields of one form: with the error beside each, and disabled for people who may only look. */
export interface FieldMaker {
  input(field: InputField): FieldView;
  select(field: SelectField): FieldView;
  /** Yes and No, as radios with the values 1 and 0. */
  yesNo(field: YesNoField): FieldView;
  checks(field: ChecksField): FieldView;
}

type InputKind = Exclude<FieldView['kind'], 'select' | 'switch' | 'checks'>;

export function fieldMaker(errors: FieldErrors, mayModify: boolean): FieldMaker {
  const common = (field: Drawn) => {
    const error = errors.of(field.id);
    const shown = { name: field.id, ...field, ...(error === undefined ? {} : { error }) };
    return mayModify ? shown : { ...shown, required: false, disabled: true };
  };
  return {
    input: ({ kind = 'text', value, ...field }) => ({ kind, value, ...common(field) }),
    select: ({ value, options, ...field }) => ({
      kind: 'select',
      options: options.map((option) => ({ ...option, selected: option.value === value })),
      ...common(field),
    }),
    yesNo: ({ value, words: [yes, no], ...field }) => ({
      kind: 'switch',
      options: [
        { value: '1', text: yes, selected: value },
        { value: '0', text: no, selected: !value },
      ],
      ...common(field),
    }),
    checks: ({ chosen, options, ...field }) => ({
      kind: 'checks',
      options: options.map((option) => ({ ...option, selected: chosen.includes(option.value) })),
      ...common(field),
    }),
  };
}

/** Things with an id and a name, as the entries of a select. */
export function optionsOf(choices: readonly { readonly id: number; readonly name: string }[]): FieldOption[] {
  return choices.map(({ id, name }) => ({ value: String(id), text: name }));
}
