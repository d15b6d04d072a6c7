import type { Db, Tx } from '../../../system/db/table';
import { kept } from '../../../system/db/kept';
import type { SecretKey } from '../../../system/secret_box';
import { invalidForm } from '../../../system/errors';
import { movedSecrets, secretsOf, withoutSecrets } from '../../../system/moved_secrets';
import { decrypt, encrypt, isBoxed } from '../../../system/secret_box';
import type { Field, Schema, Values } from '../../../system/settings';
import { defaultsOf, readStored, writeStored } from '../../../system/settings';
import { escapeText, plainText } from '../escaping';
import type { NewSetting, SettingTable } from './setting_rows';
import { listSettings, saveSettings } from './setting_rows';

/** Where an extension's settings are: `payment_multisafepay` of one store, in one of the two tables. */
export interface SettingPlace {
  readonly storeId: number;
  readonly code: string;
  readonly secretKey: SecretKey;
  /** Default `setting`. */
  readonly table?: SettingTable;
}

/**
 * Defaults, over them the default store's values, over those the store's own. A secret reads as plain text, also
 * one that was written into the table unboxed.
 * @throws AppError `secret_unreadable` when a secret was boxed with another APP_KEY
 */
export async function readExtensionSettings(db: Db, place: SettingPlace, schema: Schema): Promise<Values> {
  const storeIds = place.storeId === 0 ? [0] : [0, place.storeId];
  const key = `extension ${place.table ?? 'setting'} ${place.code} ${place.storeId}`;
  return kept(db, key, async () =>
    Object.freeze({
      ...defaultsOf(schema),
      ...(await storedValues(db, place, storeIds, schema)),
      ...(await notLent(db, place, schema)),
    }),
  );
}

/**
 * A store that gives an address of its own has no secret but its own: the default store's is not sent there, in
 * whichever order the two were entered.
 */
async function notLent(db: Db, place: SettingPlace, schema: Schema): Promise<Values> {
  const sent = secretsOf(schema).filter((field) => field.sentTo !== undefined);
  if (place.storeId === 0 || sent.length === 0) return {};
  const own = await storedValues(db, place, [place.storeId], schema);
  const base: Values = { ...defaultsOf(schema), ...(await storedValues(db, place, [0], schema)) };
  const elsewhere = movedSecrets(schema, base, { ...withoutSecrets(schema, base), ...own });
  return Object.fromEntries(Object.keys(elsewhere).map((key) => [key, '']));
}

/** Only what this store has of its own: what is absent is inherited. */
export async function readOwnSettings(db: Db, place: SettingPlace, schema: Schema): Promise<Values> {
  return Object.freeze(await storedValues(db, place, [place.storeId], schema));
}

/**
 * Writes the given fields of one store. A field that `values` lacks is inherited from now on; an empty secret
 * keeps what is stored, and null forgets it. Rows of the code that the schema does not know are kept.
 * @throws AppError `invalid_form` when a stored secret would be sent somewhere new
 */
export async function saveExtensionSettings(
  tx: Tx,
  place: SettingPlace,
  schema: Schema,
  values: Values,
): Promise<void> {
  await assertSecretsStay(tx, place, schema, values);
  const stored = await listSettings(tx, [place.storeId], place.code, place.table);
  const names = new Map(schema.map((field) => [keyOf(place, field), field]));
  const kept = stored.filter((row) => {
    const field = names.get(row.key);
    return field === undefined || (field.kind === 'secret' && isUntouched(values[field.key]));
  });
  const written = schema
    .filter((field) => values[field.key] !== undefined && values[field.key] !== null)
    .filter((field) => field.kind !== 'secret' || !isUntouched(values[field.key]))
    .map((field) => toRow(place, field, values[field.key]));
  const rows = [...kept.map(({ key, value, serialized }) => ({ key, value, serialized })), ...written];
  await saveSettings(tx, place.storeId, place.code, rows, place.table);
}

async function assertSecretsStay(tx: Tx, place: SettingPlace, schema: Schema, values: Values): Promise<void> {
  if (secretsOf(schema).every((field) => field.sentTo === undefined)) return;
  const inherited = place.storeId === 0 ? {} : await storedValues(tx, place, [0], schema);
  const own = await storedValues(tx, place, [place.storeId], schema);
  const before = { ...defaultsOf(schema), ...inherited, ...own, ...(await notLent(tx, place, schema)) };
  const after = { ...withoutSecrets(schema, { ...defaultsOf(schema), ...inherited }), ...values };
  const fields = movedSecrets(schema, before, after);
  if (Object.keys(fields).length > 0) throw invalidForm({ fields });
}

async function storedValues(
  db: Db,
  place: SettingPlace,
  storeIds: readonly number[],
  schema: Schema,
): Promise<Record<string, unknown>> {
  const rows = await listSettings(db, storeIds, place.code, place.table);
  const texts = new Map(rows.map((row) => [row.key, row.value]));
  const found = schema.filter((field) => texts.has(keyOf(place, field)));
  return Object.fromEntries(
    found.map((field) => [field.key, fromText(place, field, texts.get(keyOf(place, field)) ?? '')]),
  );
}

function isUntouched(secret: unknown): boolean {
  return secret === '' || secret === undefined;
}

function keyOf(place: SettingPlace, field: Field): string {
  return `${place.code}_${field.key}`;
}

function fromText(place: SettingPlace, field: Field, text: string): unknown {
  if (field.kind === 'secret' && isBoxed(text)) return decrypt(place.secretKey, text);
  const value = readStored(field, field.kind === 'list' ? text : plainText(text));
  return field.kind === 'list' ? (value as readonly string[]).map(plainText) : value;
}

/** Typed text is escaped as the shop's own pages escape it; lists inside their JSON, as PHP does. */
function toRow(place: SettingPlace, field: Field, value: unknown): NewSetting {
  const key = keyOf(place, field);
  if (field.kind === 'secret') return { key, value: encrypt(place.secretKey, String(value)), serialized: 0 };
  if (field.kind === 'list') {
    return {
      key,
      ...writeStored(
        field,
        (value as readonly unknown[]).map((one) => escapeText(String(one))),
      ),
    };
  }
  const stored = writeStored(field, value);
  return {
    key,
    value: stored.serialized === 1 ? stored.value : escapeText(stored.value),
    serialized: stored.serialized,
  };
}
