import { forgetKept, kept } from '../../../system/db/kept';
import type { Db, Tx } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import type { GatewayMethod } from '../gateway';

/** Table `payment_link_method`: the account's payment methods as last told, so that the order form never waits. */
interface MethodRow {
  gateway: string;
  store_id: number;
  environment: string;
  code: string;
  name: string;
  /** JSON of the rest of a GatewayMethod. */
  details: string;
  /** The owner's choice whether to offer it. */
  enabled: number;
  sort_order: number;
  refreshed_at: number;
}

export interface MethodPlace {
  readonly gateway: string;
  readonly storeId: number;
  readonly environment: 'test' | 'live';
}

export interface StoredMethod extends GatewayMethod {
  readonly enabled: boolean;
  /** UTC epoch ms. */
  readonly refreshedAt: number;
}

export async function listMethods(db: Db, place: MethodPlace): Promise<readonly StoredMethod[]> {
  const { gateway, storeId, environment } = place;
  return kept(db, `methods ${gateway} ${storeId} ${environment}`, () => readMethods(db, place));
}

async function readMethods(db: Db, place: MethodPlace): Promise<StoredMethod[]> {
  const rows = await methods(db, place).orderBy(['sort_order', 'name']);
  return rows.map((row) => ({
    ...(JSON.parse(row.details) as GatewayMethod),
    enabled: row.enabled === 1,
    refreshedAt: Number(row.refreshed_at),
  }));
}

/** Puts what the provider told in the place of what was; the owner's choices of known methods stay. */
export async function replaceMethods(
  tx: Tx,
  place: MethodPlace,
  told: readonly GatewayMethod[],
  now: number,
): Promise<void> {
  forgetKept(tx);
  const chosen = new Map((await methods(tx, place).select('code', 'enabled')).map((row) => [row.code, row.enabled]));
  await methods(tx, place).delete();
  if (told.length === 0) return;
  await tx(t(tx, 'payment_link_method')).insert(
    told.map((method, index) => ({
      ...columns(place),
      code: method.id,
      name: method.name.slice(0, 128),
      details: JSON.stringify(method),
      enabled: chosen.get(method.id) ?? 1,
      sort_order: index,
      refreshed_at: now,
    })),
  );
}

export async function chooseMethods(tx: Tx, place: MethodPlace, offered: readonly string[]): Promise<void> {
  forgetKept(tx);
  await methods(tx, place)
    .whereNotIn('code', [...offered])
    .update({ enabled: 0 });
  await methods(tx, place)
    .whereIn('code', [...offered])
    .update({ enabled: 1 });
}

function methods(db: Db, place: MethodPlace) {
  return db<MethodRow>(t(db, 'payment_link_method')).where(columns(place));
}

function columns(place: MethodPlace): Pick<MethodRow, 'gateway' | 'store_id' | 'environment'> {
  return { gateway: place.gateway, store_id: place.storeId, environment: place.environment };
}
