import type { Field, Schema, Values } from '../../../system/settings';

/** One changed setting as the journal keeps it: "30 → 14". */
export type SettingChanges = Readonly<Record<string, string>>;

/** Longer lists and texts are cut: the journal says what changed, it is no backup. */
const LENGTH_MAX = 120;

/** What a Save changes, by key. Of a secret only that it was changed; an empty one keeps what is stored. */
export function settingChanges(schema: Schema, before: Values, after: Values): SettingChanges {
  const changes: Record<string, string> = {};
  for (const field of schema) {
    const [old, now] = [before[field.key], after[field.key]];
    // Inherited from the default store: nothing was said about it.
    if (now === undefined) continue;
    if (field.kind === 'secret') {
      if (now !== '' && now !== old) changes[field.key] = 'changed';
    } else if (said(field, old) !== said(field, now)) {
      changes[field.key] = `${said(field, old)} → ${said(field, now)}`;
    }
  }
  return changes;
}

function said(field: Field, value: unknown): string {
  if (field.kind === 'switch') return value === true ? 'on' : 'off';
  const text = Array.isArray(value) ? value.map(String).join(', ') : String(value);
  return text.length > LENGTH_MAX ? `${text.slice(0, LENGTH_MAX)}…` : text;
}
