import { readAnew } from '../../../system/db/kept';
import type { PaymentLinks } from '../context';
import { readGatewaySettings, type GatewaySettings } from '../gateways/gateway_settings';
import { providerOf } from '../gateways/gateways';
import { beginState, dropState, isSame, readState, swapState, writeState } from '../state';
import { choiceText, readWhichOrders } from './which_orders';

/**
 * Where a store begins: only orders above `afterOrderId`, and history above `afterHistoryId`, are ever acted upon. Set
 * anew when links are switched on, when the status or the choice of orders changes; everything older is a person's.
 */
export interface SweepStart {
  readonly gateway: string;
  readonly statusId: number;
  /** Absent until first seen; see `choiceText`. */
  readonly choice?: string;
  readonly afterOrderId: number;
  readonly afterHistoryId: number;
  /** UTC epoch ms. */
  readonly at: number;
}

/** A store whose links are on. */
export interface SweepPlace {
  readonly storeId: number;
  readonly gateway: string;
  readonly settings: GatewaySettings;
  readonly start: SweepStart;
}

const startName = (gateway: string, storeId: number): string => `sweep:${gateway}:${storeId}`;

/**
 * Null where links are off: being switched on later begins anew. A place never seen before begins now. Whoever saves
 * the settings records the start in the same transaction, so nothing is written here but over what was read: a look
 * at settings of a moment ago must not undo or move the start of links that were just switched on.
 */
export async function sweepPlace(context: PaymentLinks, storeId: number, gateway: string): Promise<SweepPlace | null> {
  const { db, clock } = context;
  const name = startName(gateway, storeId);
  for (;;) {
    const known = await readState<SweepStart>(db, name);
    const { settings, choice } = await readPlace(context, storeId, gateway);
    if (!isSame(known, await readState<SweepStart>(db, name))) continue;
    if (!settings.on || settings.requestStatusId === 0) {
      if (known === null || (await dropState(db, name, known))) return null;
      continue;
    }
    const fits = known?.statusId === settings.requestStatusId && (known.choice ?? choice) === choice;
    if (fits && known.choice === choice) return { storeId, gateway, settings, start: known };
    const start = fits
      ? { ...known, choice }
      : await newStart(context, storeId, gateway, settings.requestStatusId, choice);
    const isOurs =
      known === null ? beginState(db, name, start, clock.now()) : swapState(db, name, known, start, clock.now());
    if (await isOurs) return { storeId, gateway, settings, start };
  }
}

/** As they are in the tables now, not as they were a second ago. */
async function readPlace(context: PaymentLinks, storeId: number, gateway: string) {
  readAnew(context.db);
  const settings = readGatewaySettings(await context.settingsFor(storeId, gateway));
  const choice = choiceText(readWhichOrders(await context.settingsFor(storeId, 'payment_link')));
  return { settings, choice };
}

export async function listSweepPlaces(context: PaymentLinks): Promise<SweepPlace[]> {
  const places: SweepPlace[] = [];
  for (const { storeId } of await context.orderBook.listStores(context.db)) {
    for (const { code } of context.providers) {
      const place = await sweepPlace(context, storeId, code);
      if (place) places.push(place);
    }
  }
  return places;
}

/** To be called when links are switched on or their status changes. Everything older is left to a person. */
export async function recordSweepStart(
  context: PaymentLinks,
  storeId: number,
  gateway: string,
  statusId: number,
): Promise<void> {
  providerOf(context, gateway);
  const start = await newStart(context, storeId, gateway, statusId);
  await writeState(context.db, startName(gateway, storeId), start, start.at);
}

async function newStart(
  { db, orderBook, clock }: PaymentLinks,
  storeId: number,
  gateway: string,
  statusId: number,
  choice?: string,
): Promise<SweepStart> {
  const [newest = 0] = await orderBook.listOrderIdsInStatus(db, { storeId, statusId, limit: 1, afterOrderId: 0 });
  const afterHistoryId = (await orderBook.newestHistoryId?.(db)) ?? 0;
  const start = { gateway, statusId, afterOrderId: newest, afterHistoryId, at: clock.now() };
  return choice === undefined ? start : { ...start, choice };
}
