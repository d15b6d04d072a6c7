import { readExtensionSettings } from '../../../extension/opencart/setting/extension_settings';
import { placeOf } from '../../../extension/opencart/setting/save_payment_settings';
import { goneStatuses } from '../../../extension/payment_link/sweep/gone_statuses';
import { shopFacts } from '../../../extension/payment_link/setting/shop_facts';
import { exponentOf, isCurrency } from '../../../system/currencies';
import { textIn, type Input } from '../../../system/http/input';
import { movedSecrets, secretsOf } from '../../../system/moved_secrets';
import { parsePosted, type Schema, type Values } from '../../../system/settings';
import type { PaymentExtension } from '../../../extension/payment_link/gateways/payment_extension';
import type { Admin } from '../../admin';
import { inheritanceOf, inheritedNow, type Inheritance } from './inheritance';
import { postedLists, type SettingChoices } from '../../form/setting_fields';
import { settingsRoom, type ChosenStore } from '../../settings_room';

/** A settings form before it is drawn: the values in it, and what they may be chosen from. */
export interface SettingsState {
  readonly store: ChosenStore;
  /** As stored, or as typed. */
  readonly values: Values;
  /** As stored, secrets plain: they never reach the page. */
  readonly stored: Values;
  readonly choices: SettingChoices;
  /** Null for the default store. */
  readonly inheritance: Inheritance | null;
  /** Language keys by field. */
  readonly errors: Readonly<Record<string, string>>;
}

/** Which settings, of which store. */
export interface SettingsAsked {
  readonly code: string;
  readonly schema: Schema;
  readonly store: ChosenStore;
}

export async function storedState(app: Admin, { code, schema, store }: SettingsAsked): Promise<SettingsState> {
  const place = placeOf(settingsRoom(app), code, store.storeId);
  const stored = await readExtensionSettings(app.db, place, schema);
  const values = { ...stored, ...Object.fromEntries(secretKeys(schema).map((key) => [key, ''])) };
  const inheritance = await inheritanceOf(app, place, schema);
  return { store, stored, values, inheritance, choices: await choicesOf(app, schema, stored), errors: {} };
}

export async function typedState(app: Admin, body: Input, asked: SettingsAsked): Promise<SettingsState> {
  const { schema } = asked;
  const state = await storedState(app, asked);
  const posted = parsePosted(schema, postedLists(schema, body, state.choices));
  const { values, errors, inheritance } = withInherited(schema, body, { ...state, ...posted });
  const statusIds = state.choices.statuses.map((status) => Number(status.value));
  const moved = movedSecrets(schema, state.stored, values);
  return { ...state, values, inheritance, errors: { ...goneStatuses(schema, values, statusIds), ...moved, ...errors } };
}

/** What the store inherits is as in the default store, whatever stands in its fields. */
function withInherited(schema: Schema, body: Input, state: SettingsState) {
  const { values, errors, inheritance: before } = state;
  if (before === null) return { values, errors, inheritance: null };
  const inheritance = inheritedNow(before, schema, { body, values });
  const secrets = new Set(secretKeys(schema));
  const taken = [...inheritance.keys].map((key) => [key, secrets.has(key) ? '' : inheritance.from[key]]);
  const wrong = Object.entries(errors).filter(([key]) => !inheritance.keys.has(key));
  return { values: { ...values, ...Object.fromEntries(taken) }, errors: Object.fromEntries(wrong), inheritance };
}

/** With what no single field can tell. */
export async function checked(app: Admin, extension: PaymentExtension, state: SettingsState): Promise<SettingsState> {
  const facts = await shopFacts(app.links, state.store.storeId);
  const errors = extension.check(withSecrets(extension.settings, state), facts);
  return { ...state, errors: { ...state.errors, ...errors } };
}

/** What the settings will be after a Save: a secret that was left empty stays as it is stored. */
export function withSecrets(schema: Schema, state: SettingsState): Values {
  const kept = secretKeys(schema).filter((key) => textIn(state.values, key) === '');
  const from = (key: string): Values => (state.inheritance?.keys.has(key) ? state.inheritance.from : state.stored);
  return { ...state.values, ...Object.fromEntries(kept.map((key) => [key, from(key)[key]])) };
}

function secretKeys(schema: Schema): string[] {
  return secretsOf(schema).map((field) => field.key);
}

async function choicesOf(app: Admin, schema: Schema, stored: Values): Promise<SettingChoices> {
  const statuses = await app.orderBook.listStatuses(app.db);
  const currencies = schema.some((field) => field.key === 'confirmed_currencies')
    ? { confirmed_currencies: await unusualCurrencies(app, stored) }
    : {};
  return {
    statuses: statuses.map(({ statusId, name }) => ({ value: String(statusId), text: name })),
    lists: currencies,
    stored: new Set(secretKeys(schema).filter((key) => textIn(stored, key) !== '')),
  };
}

/** Those of the shop without two decimals, and those confirmed before. */
async function unusualCurrencies(app: Admin, stored: Values): Promise<{ value: string; text: string }[]> {
  const shop = (await app.orderBook.listCurrencies(app.db)).map((currency) => currency.code);
  const unusual = shop.filter((code) => isCurrency(code) && exponentOf(code) !== 2);
  const confirmed = Array.isArray(stored['confirmed_currencies']) ? stored['confirmed_currencies'].map(String) : [];
  return [...new Set([...unusual, ...confirmed])].sort().map((code) => ({ value: code, text: code }));
}
