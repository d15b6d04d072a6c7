import { defineError } from '../../../system/errors';
import { transaction } from '../../../system/db/transaction';
import type { Tx } from '../../../system/db/table';
import { isOpen, LINK_STATES } from '../../payment_link/link/link';
import { writeJournal } from '../../payment_link/journal/journal';
import { listLinks } from '../../payment_link/list/link_lists';
import type { Person } from '../../payment_link/journal/person';
import { cancelLink } from '../../payment_link/person/person_actions';
import type { PaymentExtension } from '../../payment_link/gateways/payment_extension';
import { shopFacts } from '../../payment_link/setting/shop_facts';
import { deleteExtension, insertExtension, isInstalled } from './extensions';
import { readExtensionSettings, readOwnSettings } from './extension_settings';
import { OWN_PAYMENTS } from './own_payments';
import { placeOf, savePaymentSettings, type SettingsRoom } from './save_payment_settings';
import { deleteSettings, editSettingValue } from './setting_rows';

export const alreadyInstalled = defineError('already_installed', 409, 'This payment extension is installed already.');

/** @throws AppError `already_installed` */
export async function installPayment(room: SettingsRoom, code: string, person: Person): Promise<void> {
  await transaction(room.links.db, async (tx) => {
    if (await isInstalled(tx, 'payment', code)) throw alreadyInstalled();
    await insertExtension(tx, 'payment', code);
    await note(tx, room, { event: 'extension.installed', extension: code, person });
  });
}

/**
 * Forgets the settings of every store. Links, payments, the journal and the keys that links were made with stay, so
 * that links in customers' hands can still be settled. @returns how many links are being cancelled
 */
export async function uninstallPayment(
  room: SettingsRoom,
  extension: PaymentExtension,
  openLinks: 'cancel' | 'leave',
  person: Person,
): Promise<number> {
  const linkIds = openLinks === 'cancel' ? await openLinkIds(room, extension.code) : [];
  for (const linkId of linkIds) await cancelLink(room.links, linkId, person);
  await transaction(room.links.db, async (tx) => {
    await deleteSettings(tx, null, `payment_${extension.code}`, room.table);
    await deleteExtension(tx, 'payment', extension.code);
    await note(tx, room, {
      event: 'extension.uninstalled',
      extension: extension.code,
      person,
      cancelled: linkIds.length,
    });
  });
  return linkIds.length;
}

const PAGE = 500;

/** Read whole before any is cancelled: pages of a list that changes would skip some. */
async function openLinkIds(room: SettingsRoom, gateway: string): Promise<number[]> {
  const states = LINK_STATES.filter(isOpen);
  const ids: number[] = [];
  for (let offset = 0; ; offset += PAGE) {
    const page = { sort: 'created_at', descending: false, limit: PAGE, offset } as const;
    const links = await listLinks(room.links.db, { gateway, states }, page);
    ids.push(...links.map((link) => link.linkId));
    if (links.length < PAGE) return ids;
  }
}

/**
 * Switches a provider on for the default store, with the settings it has.
 * @returns what is missing, as language keys by field; nothing was done then
 */
export async function enablePayment(
  room: SettingsRoom,
  extension: PaymentExtension,
  person: Person,
): Promise<Readonly<Record<string, string>>> {
  const { links } = room;
  const place = placeOf(room, `payment_${extension.code}`, 0);
  const values = { ...(await readExtensionSettings(links.db, place, extension.settings)), status: true };
  const errors = extension.check(values, await shopFacts(links, 0));
  if (Object.keys(errors).length > 0) return errors;
  await savePaymentSettings(room, extension, { storeId: 0, values, offered: null }, person);
  return {};
}

/** Switches a provider off in every store: no new links; links in customers' hands are paid and settled as before. */
export async function disablePayment(room: SettingsRoom, extension: PaymentExtension, person: Person): Promise<void> {
  const { db, orderBook } = room.links;
  const code = `payment_${extension.code}`;
  const stores = await orderBook.listStores(db);
  await transaction(db, async (tx) => {
    for (const { storeId } of stores) {
      const own = await readOwnSettings(tx, placeOf(room, code, storeId), extension.settings);
      if (own['status'] !== true) continue;
      await editSettingValue(tx, storeId, code, { key: `${code}_status`, value: '0', serialized: 0 }, room.table);
    }
    await note(tx, room, { event: 'extension.disabled', extension: extension.code, person });
  });
}

/** One of the shop's own methods, for every store. */
export async function switchOwnPayment(room: SettingsRoom, code: string, on: boolean, person: Person): Promise<void> {
  if (!OWN_PAYMENTS.some((own) => own.code === code)) return;
  const setting = `payment_${code}`;
  await transaction(room.links.db, async (tx) => {
    if (on && !(await isInstalled(tx, 'payment', code))) await insertExtension(tx, 'payment', code);
    const row = { key: `${setting}_status`, value: on ? '1' : '0', serialized: 0 } as const;
    await editSettingValue(tx, 0, setting, row);
    await note(tx, room, { event: on ? 'extension.enabled' : 'extension.disabled', extension: code, person });
  });
}

interface Note {
  readonly event: string;
  readonly extension: string;
  readonly person: Person;
  /** Links that this cancelled. */
  readonly cancelled?: number;
}

async function note(tx: Tx, room: SettingsRoom, { event, person, ...details }: Note): Promise<void> {
  await writeJournal(tx, { event, details, actor: person.name, ip: person.ip, at: room.links.clock.now() });
}
