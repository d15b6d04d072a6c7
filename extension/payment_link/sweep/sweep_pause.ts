import { MINUTE_MS } from '../../../system/clock';
import { transaction } from '../../../system/db/transaction';
import type { PaymentLinks } from '../context';
import { writeJournal } from '../journal/journal';
import { putRequest } from '../jobs';
import { countLinksSince } from '../list/link_lists';
import { readLinkSettings } from '../setting/link_settings';
import { readState, writeState } from '../state';
import { listSweepPlaces, recordSweepStart } from './sweep_start';

/** Set while a person's word is waited for: more links than the owner allows in a minute. */
export const SWEEP_PAUSED = 'sweep_paused';

export interface SweepPause {
  readonly orderIds: readonly number[];
}

/** The page asks: "Make links for these N orders?" */
export async function readSweepPause(context: Pick<PaymentLinks, 'db'>): Promise<SweepPause | null> {
  return readState<SweepPause>(context.db, SWEEP_PAUSED);
}

/**
 * Whether that many links may be asked for now. If not, they wait for a person, and so does everything after them.
 * `askedJustNow`: links of the last minute that are not in the tables yet.
 */
export async function mayAsk(
  context: PaymentLinks,
  storeId: number,
  orderIds: readonly number[],
  askedJustNow = 0,
): Promise<boolean> {
  const now = context.clock.now();
  const { linksPerMinute } = readLinkSettings(await context.settingsFor(storeId, 'payment_link'));
  const made = Math.max(await countLinksSince(context.db, now - MINUTE_MS), askedJustNow);
  if ((await readSweepPause(context)) === null && made + orderIds.length <= linksPerMinute) return true;
  await pauseSweep(context, orderIds, now);
  return false;
}

/** Nothing is made until a person allows it: a copied or restored database must not mail its old customers. */
export async function pauseSweep(context: PaymentLinks, orderIds: readonly number[], now: number): Promise<void> {
  const waiting = (await readSweepPause(context))?.orderIds ?? [];
  const all = [...new Set([...waiting, ...orderIds])];
  if (all.length === waiting.length) return;
  await writeState(context.db, SWEEP_PAUSED, { orderIds: all } satisfies SweepPause, now);
  if (waiting.length > 0) return;
  await writeJournal(context.db, { event: 'sweep.paused', details: { orders: all.length }, actor: 'system', at: now });
}

/** A person's answer. `make`: the waiting orders get their links after all; otherwise they are left alone. */
export async function answerSweep(context: PaymentLinks, make: boolean, actor: string): Promise<void> {
  const now = context.clock.now();
  const waiting = (await readSweepPause(context))?.orderIds ?? [];
  if (!make) {
    for (const { storeId, gateway, settings } of await listSweepPlaces(context)) {
      await recordSweepStart(context, storeId, gateway, settings.requestStatusId);
    }
  }
  await transaction(context.db, async (tx) => {
    await writeState(tx, SWEEP_PAUSED, null, now);
    for (const orderId of make ? waiting : []) await putRequest(tx, { orderId, actor }, now);
    await writeJournal(tx, { event: make ? 'sweep.allowed' : 'sweep.refused', actor, at: now });
  });
  context.wake();
}
