import type { Db } from '../../../system/db/table';
import { readState, swapState, writeState } from '../state';

/** A store and the gateway whose links its older orders are to get. */
export interface OlderPlace {
  readonly storeId: number;
  readonly gateway: string;
}

/** One press of "Make links for these orders", and how far it has come. The newest one of a place is kept. */
export interface OlderRun {
  readonly statusId: number;
  readonly actor: string;
  readonly startedAt: number;
  /** What a person ticked and is still to be looked at; null: all of the place's, from `upToOrderId` down. */
  readonly orderIds: readonly number[] | null;
  readonly upToOrderId: number;
  /** How many there were when it was pressed, and whether there were more than were counted. */
  readonly total: number;
  readonly more: boolean;
  /** Links asked for, and orders left as they are because the rule said so. */
  readonly asked: number;
  readonly left: number;
  /** Links asked for in the last minute, by round. */
  readonly lately: readonly { readonly at: number; readonly count: number }[];
  readonly endedAt: number | null;
}

const nameOf = ({ storeId, gateway }: OlderPlace): string => `older:${gateway}:${storeId}`;

export async function readOlderRun(db: Db, place: OlderPlace): Promise<OlderRun | null> {
  return readState<OlderRun>(db, nameOf(place));
}

export async function writeOlderRun(db: Db, place: OlderPlace, run: OlderRun, now: number): Promise<void> {
  await writeState(db, nameOf(place), run, now);
}

/** False when somebody else went on with it, or stopped it, meanwhile: then nothing was written. */
export async function swapOlderRun(
  db: Db,
  place: OlderPlace,
  from: OlderRun,
  to: OlderRun,
  now: number,
): Promise<boolean> {
  return swapState(db, nameOf(place), from, to, now);
}

/** Text that differs when the place's run has come further: cheap enough to be asked every second for an open page. */
export async function olderVersion(db: Db, place: OlderPlace): Promise<string> {
  const run = await readOlderRun(db, place);
  return run === null ? 'none' : [run.startedAt, run.asked, run.left, run.endedAt ?? 0].join('.');
}
