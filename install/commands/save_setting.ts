import { readExtensionSettings, readOwnSettings } from '../../extension/opencart/setting/extension_settings';
import {
  placeOf,
  savePaymentSettings,
  saveSettingsOf,
  type SettingsRoom,
} from '../../extension/opencart/setting/save_payment_settings';
import { saveStoreSetting } from '../../extension/opencart/setting/save_store_setting';
import { checkLinkSettingsPage } from '../../extension/payment_link/setting/check_link_settings';
import type { Store } from '../../extension/payment_link/order_book';
import { shopFacts } from '../../extension/payment_link/setting/shop_facts';
import { AppError, defineError } from '../../system/errors';
import { movedSecrets, secretSentTo, withoutSecrets } from '../../system/moved_secrets';
import type { Values } from '../../system/settings';
import { paymentRequestStatusIdsOf } from '../payment_choices';
import { fullKey, type KnownSetting, type SettingGroup } from './setting_groups';
import { allowedValues, typedValue } from './setting_values';
import { BY_COMMAND } from './with_program';

export const settingRefused = defineError('setting_refused', 422, 'The setting was not changed.');

/** What was typed after `setting set <key>`. */
export interface TypedSetting {
  readonly value: string;
  /** What is sent to the address that the setting is, typed again. */
  readonly secret: string | undefined;
}

/** Checks as the settings page does, and saves with everything that follows from it. @throws AppError `setting_refused` */
export async function saveSetting(
  room: SettingsRoom,
  known: KnownSetting,
  store: Store,
  typed: TypedSetting,
): Promise<void> {
  const { group, field } = known;
  const { value, error } = typedValue(field, typed.value);
  if (error !== null) throw refused(group, { [field.key]: error }, { remedy: allowedText(field) });
  const changed = { [field.key]: value, ...retyped(known, typed.secret) };
  const { storeId } = store;
  if (group.code === 'config') return saveOfStore(room, known, storeId, changed);
  const place = placeOf(room, group.code, storeId);
  const before = await readExtensionSettings(room.links.db, place, group.schema);
  const wrong = await newErrors(room, known, store, { before, changed });
  if (Object.keys(wrong).length > 0) throw refused(group, wrong);
  const own = withoutSecrets(group.schema, await readOwnSettings(room.links.db, place, group.schema));
  const values = { ...placesOf(field, before), ...own, ...changed };
  if (group.extension) {
    await savePaymentSettings(room, group.extension, { storeId, values, offered: null }, BY_COMMAND);
  } else {
    await saveSettingsOf(room, { code: group.code, schema: group.schema, storeId, values }, BY_COMMAND);
  }
}

function allowedText(field: KnownSetting['field']): string | null {
  const allowed = allowedValues(field);
  return allowed === null ? null : `Allowed: ${allowed}.`;
}

function retyped({ group, field }: KnownSetting, secret: string | undefined): Values {
  if (secret === undefined) return {};
  const sent = secretSentTo(group.schema, field.key);
  if (!sent) throw settingRefused({ remedy: `Leave --secret away: no secret is sent to ${fullKey(group, field)}.` });
  return { [sent.key]: secret };
}

/** A store that gets a secret of its own keeps where it is sent, whatever becomes of the default store's address. */
function placesOf(field: KnownSetting['field'], before: Values): Values {
  const places = field.kind === 'secret' ? (field.sentTo ?? []) : [];
  return Object.fromEntries(places.map((place) => [place, before[place]]));
}

async function saveOfStore(room: SettingsRoom, { group }: KnownSetting, storeId: number, changed: Values) {
  try {
    await saveStoreSetting(room, storeId, changed, BY_COMMAND);
  } catch (failed) {
    if (!(failed instanceof AppError) || failed.details.fields === undefined) throw failed;
    throw refused(group, failed.details.fields);
  }
}

/** What this change makes wrong. What was wrong before, elsewhere, must not keep anybody from mending it bit by bit. */
async function newErrors(
  room: SettingsRoom,
  { group, field }: KnownSetting,
  store: Store,
  { before, changed }: { before: Values; changed: Values },
): Promise<Record<string, string>> {
  const after = { ...before, ...changed };
  const check = await checkOf(room, group, store.storeId);
  const [old, now] = [check(before), check(after)];
  const wrong = Object.entries(now).filter(([key, error]) => key === field.key || old[key] !== error);
  const { statusIds } = await shopFacts(room.links, store.storeId);
  const moved = movedSecrets(group.schema, before, { ...withoutSecrets(group.schema, before), ...changed });
  return { ...goneStatus(field, after, statusIds), ...moved, ...Object.fromEntries(wrong) };
}

/** What no single field can tell, as the group's own page tells it. */
async function checkOf(
  { links }: SettingsRoom,
  { extension }: SettingGroup,
  storeId: number,
): Promise<(values: Values) => Readonly<Record<string, string>>> {
  if (extension) {
    const facts = await shopFacts(links, storeId);
    return (values) => extension.check(values, facts);
  }
  const asking = await paymentRequestStatusIdsOf(links, storeId);
  return (values) => checkLinkSettingsPage(values, asking);
}

function goneStatus(field: KnownSetting['field'], values: Values, statusIds: readonly number[]) {
  if (field.kind !== 'status' && field.kind !== 'statuses') return {};
  const chosen = [values[field.key]].flat().map(Number);
  const gone = chosen.some((id) => id !== 0 && !statusIds.includes(id));
  return gone ? { [field.key]: 'error_status_gone' } : {};
}

const AGAIN = 'Add it to the same command: --secret "…".';

function refused(
  group: SettingGroup,
  errors: Readonly<Record<string, string>>,
  { remedy = null }: { readonly remedy?: string | null } = {},
) {
  const fields = Object.entries(errors).map(([key, error]) => {
    const field = group.schema.find((one) => one.key === key);
    const sentence = group.texts[error];
    return [field ? fullKey(group, field) : key, typeof sentence === 'string' ? sentence : error];
  });
  const told = Object.values(errors).includes('error_secret_again') ? AGAIN : remedy;
  return settingRefused({ fields: Object.fromEntries(fields), ...(told === null ? {} : { remedy: told }) });
}
