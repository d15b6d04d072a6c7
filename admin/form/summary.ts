import type { FieldError } from '../form_errors';

/** A field as the summary above its form calls it. */
export interface NamedField {
  readonly id: string;
  readonly label: string;
}

/**
 * The errors in the order in which their fields stand on the page, each with its field's name: "Please fill this in."
 * does not say what. What is about no single field comes first.
 */
export function summaryOf(errors: readonly FieldError[], fields: readonly NamedField[]): FieldError[] {
  const ids = fields.map(({ id }) => id);
  return [...errors]
    .sort((a, b) => ids.indexOf(a.field) - ids.indexOf(b.field))
    .map((error) => {
      const label = fields.find(({ id }) => id === error.field)?.label;
      return label === undefined ? error : { ...error, text: `${label}: ${error.text}` };
    });
}

/** Fields of one part of a form, whose names would not say which: "Address 2, City". */
export function under(part: string, fields: readonly NamedField[]): NamedField[] {
  return fields.map(({ id, label }) => ({ id, label: `${part}, ${label}` }));
}
