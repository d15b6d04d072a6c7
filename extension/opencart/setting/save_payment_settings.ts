import { transaction } from '../../../system/db/transaction';
import type { Db, Tx } from '../../../system/db/table';
import type { SecretKey } from '../../../system/secret_box';
import type { Schema, Values } from '../../../system/settings';
import type { PaymentLinks } from '../../payment_link/context';
import { readGatewaySettings } from '../../payment_link/gateways/gateway_settings';
import { writeJournal } from '../../payment_link/journal/journal';
import { chooseMethods } from '../../payment_link/gateways/methods';
import type { Person } from '../../payment_link/journal/person';
import type { PaymentExtension } from '../../payment_link/gateways/payment_extension';
import { askForMethods } from '../../payment_link/gateways/refresh_methods';
import { settingChanges } from '../../payment_link/setting/setting_changes';
import { listSweepPlaces, recordSweepStart } from '../../payment_link/sweep/sweep_start';
import type { SettingPlace } from './extension_settings';
import { readExtensionSettings, saveExtensionSettings } from './extension_settings';
import type { SettingTable } from './setting_rows';

export interface SettingsRoom {
  readonly links: PaymentLinks;
  readonly secretKey: SecretKey;
  readonly table: SettingTable;
}

export function placeOf(room: SettingsRoom, code: string, storeId: number): SettingPlace {
  return { storeId, code, secretKey: room.secretKey, table: room.table };
}

export interface NewPaymentSettings {
  readonly storeId: number;
  /** Checked. Empty secrets keep what is stored. */
  readonly values: Values;
  /** Which methods of which account are offered; null leaves the choice alone. */
  readonly offered: { readonly environment: 'test' | 'live'; readonly methods: readonly string[] } | null;
}

/**
 * Saves a provider's settings of one store, with everything that follows from them: the journal's line, the methods
 * offered, a fresh look at the account's methods, and where the sweep begins in stores whose links were switched on
 * or moved to another status. The worker is to be woken afterwards.
 */
export async function savePaymentSettings(
  room: SettingsRoom,
  extension: PaymentExtension,
  wanted: NewPaymentSettings,
  person: Person,
): Promise<void> {
  const { links } = room;
  const code = `payment_${extension.code}`;
  const stores = await links.orderBook.listStores(links.db);
  await transaction(links.db, async (tx) => {
    const read = (storeId: number): Promise<Values> =>
      readExtensionSettings(tx, placeOf(room, code, storeId), extension.settings);
    const before = new Map<number, Values>();
    for (const { storeId } of stores) before.set(storeId, await read(storeId));
    await saveWithJournal(tx, room, { code, schema: extension.settings, ...wanted }, person);
    if (wanted.offered !== null) {
      const { environment, methods } = wanted.offered;
      await chooseMethods(tx, { gateway: extension.code, storeId: wanted.storeId, environment }, methods);
    }
    for (const [storeId, old] of before) {
      await startAnew(links, tx, { gateway: extension.code, storeId, old, now: await read(storeId) });
    }
    await askForMethods(tx, links.clock.now());
  });
  await listSweepPlaces(links);
}

/** The payment links' own settings. A change of the orders that get a link counts for orders from now on. */
export async function saveSettingsOf(
  room: SettingsRoom,
  wanted: { readonly code: string; readonly schema: Schema; readonly storeId: number; readonly values: Values },
  person: Person,
): Promise<void> {
  await transaction(room.links.db, (tx) => saveWithJournal(tx, room, wanted, person));
  await listSweepPlaces(room.links);
}

/** Writes one code of one store, and the journal's line about what changed. */
export async function saveWithJournal(
  tx: Tx,
  room: SettingsRoom,
  wanted: { readonly code: string; readonly schema: Schema; readonly storeId: number; readonly values: Values },
  person: Person,
): Promise<void> {
  const { code, schema, storeId, values } = wanted;
  const place = placeOf(room, code, storeId);
  const before = await readExtensionSettings(tx, place, schema);
  await saveExtensionSettings(tx, place, schema, values);
  const changes = settingChanges(schema, before, await readExtensionSettings(tx, place, schema));
  if (Object.keys(changes).length === 0) return;
  await writeJournal(tx, {
    storeId,
    event: 'settings.changed',
    details: { settings: code, ...changes },
    actor: person.name,
    ip: person.ip,
    at: room.links.clock.now(),
  });
}

interface Changed {
  readonly gateway: string;
  readonly storeId: number;
  readonly old: Values;
  readonly now: Values;
}

/** Orders that were in the status before are left to a person. */
async function startAnew(links: PaymentLinks, tx: Db, { gateway, storeId, old, now }: Changed): Promise<void> {
  const [before, after] = [readGatewaySettings(old), readGatewaySettings(now)];
  if (!after.on || after.requestStatusId === 0) return;
  if (before.on && before.requestStatusId === after.requestStatusId) return;
  await recordSweepStart({ ...links, db: tx }, storeId, gateway, after.requestStatusId);
}
