import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readState, writeState } from '../../extension/payment_link/state';
import type { Clock } from '../../system/clock';
import type { Config } from '../../system/config';
import type { Db } from '../../system/db/table';

/**
 * Which installation an attached database belongs to. A dump that is loaded elsewhere brings this row along; the
 * program that is then started on it finds itself a stranger and keeps quiet.
 */
interface Installation {
  readonly id: string;
  /** Null until the first start, when `attach` was run without PUBLIC_URL. */
  readonly publicUrl: string | null;
  /** Server, database and prefix: `db.example:3306/shop/oc_`. */
  readonly place: string;
}

const STATE = 'installation';
const FILE = 'installation-id';

type Here = Pick<Config, 'publicUrl' | 'databaseUrl' | 'databasePrefix' | 'dataDir'>;

/** Recorded once, by `attach`. A database that knows its installation keeps it. */
export async function recordInstallation(
  db: Db,
  clock: Clock,
  here: Here,
  options: { readonly publicUrlKnown: boolean },
): Promise<void> {
  if (await readState<Installation>(db, STATE)) return;
  const installation: Installation = {
    id: readOwnId(here.dataDir) ?? randomUUID(),
    publicUrl: options.publicUrlKnown ? here.publicUrl : null,
    place: placeOf(here),
  };
  await writeState(db, STATE, installation, clock.now());
  writeOwnId(here.dataDir, installation.id);
}

/**
 * What differs from where the database was attached, sentences; empty when it is the same installation. What was not
 * known until now is recorded. A DATA_DIR without an id is no stranger as long as everything else agrees.
 */
export async function strangeness(db: Db, clock: Clock, here: Here): Promise<string[]> {
  const known = await readState<Installation>(db, STATE);
  if (known === null) return [];
  const own = readOwnId(here.dataDir);
  const place = placeOf(here);
  const differences = [
    ...(own !== null && own !== known.id ? [`DATA_DIR (${here.dataDir}) belongs to another installation`] : []),
    ...(place === known.place ? [] : [`the database is ${place}, and was ${known.place}`]),
    ...(known.publicUrl === null || known.publicUrl === here.publicUrl
      ? []
      : [`PUBLIC_URL is ${here.publicUrl}, and was ${known.publicUrl}`]),
  ];
  if (differences.length > 0) return differences;
  if (known.publicUrl === null) await writeState(db, STATE, { ...known, publicUrl: here.publicUrl }, clock.now());
  if (own === null) writeOwnId(here.dataDir, known.id);
  return [];
}

/** A person said that this is the shop itself, moved: from now on it is at home here. */
export async function confirmMove(db: Db, clock: Clock, here: Here): Promise<void> {
  const known = await readState<Installation>(db, STATE);
  const installation = { id: known?.id ?? randomUUID(), publicUrl: here.publicUrl, place: placeOf(here) };
  await writeState(db, STATE, installation, clock.now());
  writeOwnId(here.dataDir, installation.id);
}

/** One machine has several names for itself. */
function placeOf({ databaseUrl, databasePrefix }: Here): string {
  const url = new URL(databaseUrl);
  const host = ['localhost', '[::1]'].includes(url.hostname) ? '127.0.0.1' : url.hostname.toLowerCase();
  return `${host}:${url.port || '3306'}${url.pathname}/${databasePrefix}`;
}

function readOwnId(dataDir: string): string | null {
  const file = join(dataDir, FILE);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}

function writeOwnId(dataDir: string, id: string): void {
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(join(dataDir, FILE), `${id}\n`);
}
