import type { Schema, Values } from '../../../system/settings';

/** Statuses chosen for a field that do not exist any more, as language keys by field. */
export function goneStatuses(schema: Schema, values: Values, statusIds: readonly number[]): Record<string, string> {
  const gone = schema.filter((field) => {
    const value = values[field.key];
    if (field.kind === 'status') return value !== 0 && !statusIds.includes(Number(value));
    return field.kind === 'statuses' && (value as readonly number[]).some((id) => !statusIds.includes(id));
  });
  return Object.fromEntries(gone.map((field) => [field.key, 'error_status_gone']));
}
