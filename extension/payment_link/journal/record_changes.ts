import { writeJournal } from './journal';
import type { Person } from './person';
import type { Tx } from '../../../system/db/table';

/** A record of the shop as the journal compares it: plain values, lists and records within it. */
export interface RecordState {
  /** What people call it: "Mug". */
  readonly name: string;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Passwords and keys: only that they changed is ever kept. */
  readonly secrets?: Readonly<Record<string, unknown>>;
}

export interface JournaledRecord {
  /** The page it belongs to: `catalog/product`. */
  readonly route: string;
  readonly id: number;
  /** Null: there was none, or there is none any more. */
  readonly before: RecordState | null;
  readonly after: RecordState | null;
}

/** The journal says what changed; it is no backup. */
const VALUE_LENGTH_MAX = 120;
const CHANGES_MAX = 60;

/** Notes what a person changed of one record: old and new value, field by field. Nothing changed is nothing to note. */
export async function journalRecord(tx: Tx, record: JournaledRecord, person: Person, at: number): Promise<void> {
  const { route, id, before, after } = record;
  const known = after ?? before;
  if (known === null) return;
  const changes = before && after ? changesBetween(before, after) : {};
  if (before && after && Object.keys(changes).length === 0) return;
  const event = before === null ? 'record.added' : after === null ? 'record.deleted' : 'record.changed';
  const details = { route, record: `${id}`, name: cut(known.name), ...changes };
  await writeJournal(tx, { event, details, actor: person.name, ip: person.ip, at });
}

/** `{ "fields.price": "9.00 → 10.00" }`: the keys are told from the record's own by their first word. */
function changesBetween(before: RecordState, after: RecordState): Record<string, string> {
  const [old, now] = [flat(before.fields), flat(after.fields)];
  const changes = [...new Set([...old.keys(), ...now.keys()])]
    .filter((key) => old.get(key) !== now.get(key))
    .map((key): [string, string] => [`fields.${key}`, `${said(old.get(key))} → ${said(now.get(key))}`]);
  const secrets = Object.entries(after.secrets ?? {})
    .filter(([key, value]) => before.secrets?.[key] !== value)
    .map(([key]): [string, string] => [`fields.${key}`, '']);
  return Object.fromEntries([...changes, ...secrets].slice(0, CHANGES_MAX));
}

/** `addresses.1.city`, from one: as people count. Lists of plain values are one value. */
function flat(fields: object, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(fields) as [string, unknown][]) {
    const name = path + (Array.isArray(fields) ? String(Number(key) + 1) : key);
    if (typeof value !== 'object' || value === null) found.set(name, plain(value));
    else if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) found.set(name, value.join(', '));
    else for (const [inner, text] of flat(value, `${name}.`)) found.set(inner, text);
  }
  return found;
}

function plain(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value as string | number);
}

function said(value = ''): string {
  return value === '' ? '–' : cut(value);
}

function cut(text: string): string {
  return text.length > VALUE_LENGTH_MAX ? `${text.slice(0, VALUE_LENGTH_MAX)}…` : text;
}
