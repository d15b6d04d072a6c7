import { fill } from '../system/language';
import type { Field, Schema } from '../system/settings';
import type { FieldMaker, FieldOption } from './fields';
import type { Input } from '../system/http/input';
import type { FieldView } from './view/partial/field';

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

/** Draws one setting as its kind asks for; `status` says Enabled and Disabled, other switches Yes and No. */
export function settingField(
  maker: FieldMaker,
  field: Field,
  value: unknown,
  texts: SettingTexts,
  choices: SettingChoices,
  words: SettingWords,
): FieldView {
  const label = texts[field.label] ?? field.key;
  const told = texts[`help_${field.key}`];
  const help = told === undefined ? {} : { help: told };
  switch (field.kind) {
    case 'switch': {
      const pair =
        field.key === 'status' ? ([words.enabled, words.disabled] as const) : ([words.yes, words.no] as const);
      return maker.yesNo(field.key, label, value === true, pair, help);
    }
    case 'choice':
      return maker.select(field.key, label, String(value), optionsIn(field.options, texts), help);
    case 'whole':
      return maker.input('text', field.key, label, String(value), { inputmode: 'numeric', lengthMax: 9, ...help });
    case 'text':
      return maker.input(field.multiline === true ? 'textarea' : 'text', field.key, label, String(value), {
        lengthMax: field.lengthMax,
        ...(field.placeholder === undefined ? {} : { placeholder: field.placeholder }),
        ...help,
      });
    case 'secret':
      return secretField(maker, field, label, String(value), choices.stored.has(field.key), help, words);
    case 'status':
      return maker.select(
        field.key,
        label,
        String(value),
        statusOptions(field.key, value, texts, choices, words),
        help,
      );
    case 'statuses':
      return maker.checks(field.key, label, (value as readonly unknown[]).map(String), choices.statuses, help);
    case 'list':
      return listField(maker, field.key, label, value as readonly string[], choices, help, words);
  }
}

/** Whether there is anything to choose: a list with entries, but with none of them here, is not shown. */
export function isShown(field: Field, choices: SettingChoices): boolean {
  return field.kind !== 'list' || choices.lists[field.key]?.length !== 0;
}

function optionsIn(options: readonly { value: string; label: string }[], texts: SettingTexts): FieldOption[] {
  return options.map((option) => ({ value: option.value, text: texts[option.label] ?? option.value }));
}

/** What is stored never leaves the server; what was just typed stays in the field. */
function secretField(
  maker: FieldMaker,
  { key, lengthMax }: { readonly key: string; readonly lengthMax: number },
  label: string,
  typed: string,
  stored: boolean,
  help: { readonly help?: string },
  words: SettingWords,
): FieldView {
  const said = [stored ? words.secret_stored : '', help.help ?? ''].filter(Boolean).join(' ');
  return maker.input('password', key, label, typed, {
    autocomplete: 'new-password',
    lengthMax,
    ...(stored ? { placeholder: words.secret_placeholder } : {}),
    ...(said === '' ? {} : { help: said }),
  });
}

/** A chosen status that was deleted stays visible, or the form would silently choose another. */
function statusOptions(
  key: string,
  value: unknown,
  texts: SettingTexts,
  choices: SettingChoices,
  words: SettingWords,
): FieldOption[] {
  const chosen = String(value);
  const gone = chosen !== '0' && !choices.statuses.some((status) => status.value === chosen);
  return [
    { value: '0', text: texts[`none_${key}`] ?? words.leave_unchanged },
    ...(gone ? [{ value: chosen, text: fill(words.status_gone, { id: chosen }) }] : []),
    ...choices.statuses,
  ];
}

function listField(
  maker: FieldMaker,
  key: string,
  label: string,
  value: readonly string[],
  choices: SettingChoices,
  help: { readonly help?: string },
  words: SettingWords,
): FieldView {
  const entries = choices.lists[key];
  if (entries) return maker.checks(key, label, value, entries, help);
  const said = [help.help ?? '', words.one_a_line].filter(Boolean).join(' ');
  return maker.input('textarea', key, label, value.join('\n'), { rows: 3, help: said });
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
