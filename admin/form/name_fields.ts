import type { Names } from '../../extension/opencart/names';
import type { Language } from '../../extension/payment_link/order_book';
import { fill } from '../../system/language';
import type { Form } from './form';
import { FieldErrors } from '../form_errors';
import type { FieldView } from '../view/partial/field';

interface NameTexts {
  /** "Product Name ({language})" */
  readonly entry_name: string;
}

/** A name per language. Only the shop's first language has to be filled in; the others are then as that one. */
export function nameFields(
  { field, text }: Form<NameTexts>,
  given: { readonly languages: readonly Language[]; readonly names: Names; readonly lengthMax: number },
): FieldView[] {
  const { languages, names, lengthMax } = given;
  const first = languages[0]?.name ?? '';
  return languages.map(({ languageId, name }, index) =>
    field.input({
      id: `name_${languageId}`,
      label: fill(text.entry_name, { language: name }),
      value: names[languageId] ?? '',
      lengthMax,
      ...(index === 0 ? { required: true } : { help: fill(text.help_name_as, { language: first }) }),
    }),
  );
}

/** What is stored for the names that were left empty. */
export function completedNames(languages: readonly Language[], names: Names): Names {
  const first = names[languages[0]?.languageId ?? 0] ?? '';
  return Object.fromEntries(languages.map(({ languageId }) => [languageId, names[languageId] || first]));
}

/** Without the errors of names that were left empty on purpose: the first language's error stands for them. */
export function withoutEmptyNames(
  errors: FieldErrors,
  languages: readonly Language[],
  names: Names,
  prefix = '',
): FieldErrors {
  const empty = languages.slice(1).filter(({ languageId }) => !names[languageId]);
  const hidden = new Set(empty.map(({ languageId }) => `${prefix}name_${languageId}`));
  return new FieldErrors(
    errors.list.filter(({ field }) => !hidden.has(field)),
    errors.status,
  );
}
