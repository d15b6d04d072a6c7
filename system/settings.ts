import { readJson } from './json';

/**
 * Settings are declared once; the form, its validation, the types, the defaults and the redaction follow.
 * `key` is without the extension's prefix: `days_active` is stored as `payment_multisafepay_days_active`.
 */
export type Field =
  | FieldOf<'switch', boolean>
  | (FieldOf<'choice', string> & { readonly options: readonly Option[] })
  | (FieldOf<'whole', number> & { readonly min: number; readonly max: number; readonly unit?: string })
  | (FieldOf<'text', string> & {
      readonly lengthMax: number;
      readonly multiline?: boolean;
      readonly placeholder?: string;
    })
  /**
   * Stored encrypted, shown masked, never logged; an empty post keeps what is stored. `sentTo` are the keys that say
   * where it is sent: when one changes, it is asked for again.
   */
  | (FieldOf<'secret', string> & { readonly lengthMax: number; readonly sentTo?: readonly string[] })
  /** An order status id; 0 is "leave unchanged" where `optional`. */
  | (FieldOf<'status', number> & { readonly optional: boolean })
  | FieldOf<'statuses', readonly number[]>
  | FieldOf<'list', readonly string[]>;

interface FieldOf<Kind extends string, Value> {
  readonly kind: Kind;
  readonly key: string;
  /** The tab it stands on. */
  readonly tab: string;
  /** The card it stands in with its neighbours of the same group; the heading is `group_<group>`. */
  readonly group?: string;
  /** Key of the label in the extension's language file; its help is `help_<key>`. */
  readonly label: string;
  readonly default: Value;
}

export interface Option {
  readonly value: string;
  /** Language key. */
  readonly label: string;
}

export type Schema = readonly Field[];
export type Values = Readonly<Record<string, unknown>>;

export function defaultsOf(schema: Schema): Values {
  return Object.freeze(Object.fromEntries(schema.map((field) => [field.key, field.default])));
}

/** From the text of a `setting` row. Unreadable text reads as the default. */
export function readStored(field: Field, text: string): unknown {
  switch (field.kind) {
    case 'switch':
      return text === '1';
    case 'whole':
    case 'status':
      return /^-?\d{1,9}$/.test(text.trim()) ? Number(text) : field.default;
    case 'statuses':
      return jsonList(text).map(Number).filter(Number.isInteger);
    case 'list':
      return jsonList(text).map(String);
    case 'choice':
    case 'text':
    case 'secret':
      return text;
  }
}

/** To the text of a `setting` row, and whether PHP must read it as JSON. */
export function writeStored(field: Field, value: unknown): { value: string; serialized: 0 | 1 } {
  switch (field.kind) {
    case 'switch':
      return { value: value === true ? '1' : '0', serialized: 0 };
    case 'statuses':
    case 'list':
      return { value: JSON.stringify((value as readonly unknown[]).map(String)), serialized: 1 };
    case 'whole':
    case 'status':
    case 'choice':
    case 'text':
    case 'secret':
      return { value: String(value), serialized: 0 };
  }
}

function jsonList(text: string): unknown[] {
  const parsed = readJson(text);
  return Array.isArray(parsed) ? parsed : [];
}

/** What a form posted, checked. `errors` maps field keys to language keys of `common/form`. */
export function parsePosted(schema: Schema, posted: Readonly<Record<string, unknown>>): Parsed {
  const values: Record<string, unknown> = {};
  const errors: Record<string, string> = {};
  for (const field of schema) {
    const [value, error] = parseField(field, posted[field.key]);
    values[field.key] = value;
    if (error) errors[field.key] = error;
  }
  return { values, errors };
}

export interface Parsed {
  readonly values: Values;
  readonly errors: Readonly<Record<string, string>>;
}

function parseField(field: Field, posted: unknown): [unknown, string | null] {
  const text = typeof posted === 'string' ? posted.trim() : '';
  switch (field.kind) {
    case 'switch':
      return [text === '1', null];
    case 'choice':
      return [text, field.options.some((option) => option.value === text) ? null : 'error_choice'];
    case 'whole': {
      const whole = /^\d{1,9}$/.test(text);
      const value = whole ? Number(text) : text;
      return [value, whole && Number(text) >= field.min && Number(text) <= field.max ? null : 'error_whole'];
    }
    case 'status':
      // Nothing chosen is 0; what is no id at all is refused where 0 would mean something too.
      return /^\d{0,9}$/.test(text)
        ? [Number(text), field.optional || Number(text) > 0 ? null : 'error_status']
        : [0, 'error_status'];
    case 'text':
    case 'secret':
      return [text, text.length <= field.lengthMax ? null : 'error_too_long'];
    case 'statuses':
      return [
        many(posted)
          .map(Number)
          .filter((id) => Number.isInteger(id) && id > 0),
        null,
      ];
    case 'list':
      return [many(posted), null];
  }
}

function many(posted: unknown): string[] {
  if (Array.isArray(posted)) return posted.map(String);
  return typeof posted === 'string' && posted !== '' ? [posted] : [];
}
