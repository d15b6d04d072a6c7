import { parsePosted, type Field } from '../../system/settings';

const YES = ['1', 'yes', 'true', 'on'];
const NO = ['0', 'no', 'false', 'off'];

/** A value as a person reads it. Of a secret only that there is one. */
export function shownValue(field: Field, value: unknown): string {
  if (field.kind === 'secret') return value === '' || value === undefined ? '' : '••••••••';
  if (field.kind === 'switch') return value === true ? 'yes' : 'no';
  return Array.isArray(value) ? value.join(', ') : String(value);
}

/** A value as a program reads it: secrets are null when unset, masked otherwise. */
export function jsonValue(field: Field, value: unknown): unknown {
  if (field.kind !== 'secret') return value;
  return shownValue(field, value) || null;
}

/** What a person typed after `setting set <key>`, checked as the settings page checks it. The error is a language key. */
export function typedValue(field: Field, text: string): { value: unknown; error: string | null } {
  const posted = postedOf(field, text.trim());
  if (posted === null) return { value: null, error: field.kind === 'status' ? 'error_status' : 'error_choice' };
  const { values, errors } = parsePosted([field], { [field.key]: posted });
  return { value: values[field.key], error: errors[field.key] ?? null };
}

/** In the form a page would post it; null where a page offers no such choice. */
function postedOf(field: Field, text: string): string | string[] | null {
  switch (field.kind) {
    case 'switch':
      if (YES.includes(text.toLowerCase())) return '1';
      return NO.includes(text.toLowerCase()) ? '0' : null;
    case 'statuses':
    case 'list':
      return text.split(/[\s,]+/).filter((part) => part !== '');
    case 'status':
      return /^\d{1,9}$/.test(text) ? text : null;
    case 'choice':
    case 'whole':
    case 'text':
    case 'secret':
      return text;
  }
}

/** What may be typed, for the message about a value that may not. */
export function allowedValues(field: Field): string | null {
  if (field.kind === 'switch') return 'yes or no';
  if (field.kind === 'choice') return field.options.map((option) => option.value).join(', ');
  if (field.kind === 'whole') return `${field.min} to ${field.max}`;
  if (field.kind === 'text' || field.kind === 'secret') return `at most ${field.lengthMax} characters`;
  return null;
}
