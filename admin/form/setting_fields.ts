import { fill } from '../../system/language';
import type { Field, Schema } from '../../system/settings';
import type { FieldMaker, FieldOption, InputField } from '../fields';
import type { Input } from '../../system/http/input';
import type { FieldView } from '../view/partial/field';

/** Texts of an extension, by key: `entry_…`, `help_…`, `option_…`, `none_<key>`. */
export type SettingTexts = Readonly<Record<string, string>>;

export interface SettingChoices {
  readonly statuses: readonly FieldOption[];
  /** Entries of a list field; a list without any here is typed, one entry a line. */
  readonly lists: Readonly<Record<string, readonly FieldOption[]>>;
  /** Keys of the secrets that are stored. */
  readonly stored: ReadonlySet<string>;
}

/** Words that every settings page shares. */
export interface SettingWords {
  readonly yes: string;
  readonly no: string;
  readonly enabled: string;
  readonly disabled: string;
  readonly leave_unchanged: string;
  readonly secret_stored: string;
  readonly secret_placeholder: string;
  readonly one_a_line: string;
  readonly status_gone: string;
}

/** What the fields of one settings page share. */
export interface SettingForm {
  readonly field: FieldMaker;
  /** Of the page: those that every settings page has. */
  readonly text: SettingWords;
  /** Of the extension. */
  readonly texts: SettingTexts;
  readonly choices: SettingChoices;
}

/** Draws one setting as its kind asks for; `status` says Enabled and Disabled, other switches Yes and No. */
export function settingField(form: SettingForm, setting: Field, value: unknown): FieldView {
  const { field, texts, text, choices } = form;
  const named = { id: setting.key, label: texts[setting.label] ?? setting.key, ...helpOf(form, setting) };
  switch (setting.kind) {
    case 'switch':
      return field.yesNo({ ...named, value: value === true, words: switchWords(setting.key, text) });
    case 'choice':
      return field.select({ ...named, value: String(value), options: optionsIn(setting.options, texts) });
    case 'whole':
      return field.input({ ...named, value: String(value), inputmode: 'numeric', lengthMax: 9 });
    case 'text':
      return textField(form, setting, { ...named, value: String(value) });
    case 'secret':
      return secretField(form, setting, { ...named, value: String(value) });
    case 'status':
      return field.select({ ...named, value: String(value), options: statusOptions(form, setting.key, value) });
    case 'statuses':
      return field.checks({ ...named, chosen: (value as readonly unknown[]).map(String), options: choices.statuses });
    case 'list':
      return listField(form, named, value as readonly string[]);
  }
}

type Named = Pick<InputField, 'id' | 'label' | 'help'>;

function helpOf({ texts }: SettingForm, { key }: Field): { readonly help?: string } {
  const told = texts[`help_${key}`];
  return told === undefined ? {} : { help: told };
}

function switchWords(key: string, text: SettingWords): readonly [string, string] {
  return key === 'status' ? [text.enabled, text.disabled] : [text.yes, text.no];
}

/** Whether there is anything to choose: a list with entries, but with none of them here, is not shown. */
export function isShown(field: Field, choices: SettingChoices): boolean {
  return field.kind !== 'list' || choices.lists[field.key]?.length !== 0;
}

function optionsIn(options: readonly { value: string; label: string }[], texts: SettingTexts): FieldOption[] {
  return options.map((option) => ({ value: option.value, text: texts[option.label] ?? option.value }));
}

function textField({ field }: SettingForm, setting: Extract<Field, { kind: 'text' }>, shown: InputField): FieldView {
  const { lengthMax, placeholder, multiline } = setting;
  return field.input({
    ...shown,
    kind: multiline === true ? 'textarea' : 'text',
    lengthMax,
    ...(placeholder === undefined ? {} : { placeholder }),
  });
}

/** What is stored never leaves the server; what was just typed stays in the field. */
function secretField(
  { field, text, choices }: SettingForm,
  { key, lengthMax }: Extract<Field, { kind: 'secret' }>,
  shown: InputField,
): FieldView {
  const stored = choices.stored.has(key);
  return field.input({
    ...shown,
    kind: 'password',
    autocomplete: 'new-password',
    lengthMax,
    ...(stored ? { placeholder: text.secret_placeholder } : {}),
    ...helpWith([stored ? text.secret_stored : '', shown.help ?? '']),
  });
}

/** A chosen status that was deleted stays visible, or the form would silently choose another. */
function statusOptions({ texts, text, choices }: SettingForm, key: string, value: unknown): FieldOption[] {
  const chosen = String(value);
  const gone = chosen !== '0' && !choices.statuses.some((status) => status.value === chosen);
  return [
    { value: '0', text: texts[`none_${key}`] ?? text.leave_unchanged },
    ...(gone ? [{ value: chosen, text: fill(text.status_gone, { id: chosen }) }] : []),
    ...choices.statuses,
  ];
}

function listField({ field, text, choices }: SettingForm, named: Named, value: readonly string[]): FieldView {
  const entries = choices.lists[named.id];
  if (entries) return field.checks({ ...named, chosen: value, options: entries });
  const help = helpWith([named.help ?? '', text.one_a_line]);
  return field.input({ ...named, ...help, kind: 'textarea', value: value.join('\n'), rows: 3 });
}

function helpWith(sentences: readonly string[]): { readonly help?: string } {
  const said = sentences.filter(Boolean).join(' ');
  return said === '' ? {} : { help: said };
}

/** The posted form with typed lists split into their lines. */
export function postedLists(schema: Schema, body: Input, choices: SettingChoices): Input {
  const typed = schema.filter((field) => field.kind === 'list' && choices.lists[field.key] === undefined);
  const split = typed.map(({ key }): [string, string[]] => [key, linesOf(body[key])]);
  return { ...body, ...Object.fromEntries(split) };
}

function linesOf(text: unknown): string[] {
  return String(text ?? '')
    .split(/[\n,;]+/)
    .map((line) => line.trim())
    .filter(Boolean);
}
