import { listLanguages } from '../../../extension/opencart/localisation/languages';
import { OPTION_TYPES } from '../../../extension/opencart/product/options';
import type { Language } from '../../../extension/payment_link/order_book';
import type { TextFiles } from '../../../language';
import { fill } from '../../../system/language';
import type { Admin } from '../../admin';
import { formPage, openForm, type Form, type FormState } from '../../form/form';
import { nameFields } from '../../form/name_fields';
import type { OptionFormView, OptionValueView } from '../../view/catalog/option_form';
import type { InUseView } from '../../view/partial/in_use';
import type { FieldView } from '../../view/partial/field';
import type { Visit } from '../../visit';
import type { OptionValueTyped, WholeOptionTyped } from './option_typed';

export const ROUTE = 'catalog/option';
const NAME_LENGTH_MAX = 128;

interface OptionShown extends FormState {
  /** 0 for a new one. */
  readonly optionId: number;
  readonly typed: WholeOptionTyped;
  readonly inUse?: InUseView;
}

interface Parts extends Form<TextFiles['catalog/option']> {
  readonly languages: readonly Language[];
}

export async function optionFormView(app: Admin, visit: Visit, shown: OptionShown): Promise<OptionFormView> {
  const { optionId, typed, inUse = null } = shown;
  const form = openForm(app, visit, { route: ROUTE, text: visit.texts(ROUTE), ...shown });
  const languages = await listLanguages(app.db);
  const parts: Parts = { ...form, languages };
  const name = typed.names[languages[0]?.languageId ?? 0] ?? '';
  const title = optionId === 0 ? form.text.title_add : fill(form.text.title_edit, { name });
  const fields = optionFields(parts, typed);
  const values = typed.values.map((value, index) => valueView(parts, value, index));
  const { types: _types, ...text } = form.text;
  const page = await formPage(form, {
    title,
    query: { option_id: optionId || null },
    fields: [...fields, ...values.flatMap((value) => value.fields)],
  });
  return {
    ...page,
    text: { ...text, values_intro: fill(text.values_intro, { language: languages[0]?.name ?? '' }) },
    optionId: String(optionId),
    inUse,
    fields,
    values: values.map((value, index) => ({
      ...value,
      removeAction: page.action + placeOfValue(parts, Math.min(index, values.length - 2)),
    })),
    addAction: page.action + placeOfValue(parts, values.length),
  };
}

function optionFields(parts: Parts, typed: WholeOptionTyped): FieldView[] {
  const { field, text, languages } = parts;
  const types: Readonly<Record<string, string>> = text.types;
  const isKnown = OPTION_TYPES.some((type) => type === typed.type) || typed.type === '';
  const offered = isKnown ? OPTION_TYPES : [...OPTION_TYPES, typed.type];
  return [
    ...nameFields(parts, { languages, names: typed.names, lengthMax: NAME_LENGTH_MAX }),
    field.select({
      id: 'type',
      label: text.entry_type,
      value: typed.type,
      options: offered.map((type) => ({ value: type, text: types[type] ?? type })),
      help: text.help_type,
    }),
    field.input({
      id: 'sort_order',
      label: text.entry_sort_order,
      value: typed.sortOrder,
      inputmode: 'numeric',
      lengthMax: 9,
    }),
  ];
}

/** The first field of a value; below 0: where the values would be. */
function placeOfValue({ languages }: Parts, index: number): string {
  return index < 0 ? '#values' : `#value_${index}_name_${languages[0]?.languageId ?? 0}`;
}

function valueView(
  { text, field, languages }: Parts,
  value: OptionValueTyped,
  index: number,
): Omit<OptionValueView, 'removeAction'> {
  const number = index + 1;
  const place = (name: string) => ({ id: `value_${index}_${name}`, name: `value[${index}][${name}]` });
  return {
    heading: fill(text.value_heading, { number }),
    idField: `value[${index}][option_value_id]`,
    optionValueId: String(value.optionValueId),
    removeValue: `remove_value_${index}`,
    removeLabel: fill(text.value_remove, { number }),
    fields: [
      ...languages.map(({ languageId, name: language }) =>
        field.input({
          ...place(`name_${languageId}`),
          label: fill(text.value_name, { number, language }),
          value: value.names[languageId] ?? '',
          lengthMax: NAME_LENGTH_MAX,
        }),
      ),
      field.input({
        ...place('sort_order'),
        label: fill(text.value_sort_order, { number }),
        value: value.sortOrder,
        inputmode: 'numeric',
        lengthMax: 9,
      }),
    ],
  };
}
