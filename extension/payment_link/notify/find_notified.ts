import { gather } from '../../../system/gather';
import type { PaymentLinks } from '../context';
import type { Link } from '../link/link_row';
import { listByNotifyTokens } from '../link/links';

interface Lookup {
  readonly gateway: string;
  readonly notifyToken: string;
  found: Link | null;
}

/** In one statement. */
const TOGETHER_MAX = 64;

const finders = new WeakMap<PaymentLinks, (lookup: Lookup) => Promise<void>>();

/** The link of a notification's address. Those that come at the same moment are looked up together. */
export async function findNotified(context: PaymentLinks, gateway: string, notifyToken: string): Promise<Link | null> {
  let find = finders.get(context);
  if (!find) {
    find = gather((lookups) => lookUp(context, lookups), { weightMax: TOGETHER_MAX, weightOf: () => 1 });
    finders.set(context, find);
  }
  const lookup: Lookup = { gateway, notifyToken, found: null };
  await find(lookup);
  return lookup.found;
}

async function lookUp(context: PaymentLinks, lookups: readonly Lookup[]): Promise<void> {
  const tokens = [...new Set(lookups.map((lookup) => lookup.notifyToken))];
  const links = await listByNotifyTokens(context.db, tokens);
  for (const lookup of lookups) {
    const { gateway, notifyToken } = lookup;
    lookup.found = links.find((link) => link.gateway === gateway && link.notifyToken === notifyToken) ?? null;
  }
}
