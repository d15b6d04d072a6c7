import { closeLink } from '../../extension/payment_link/settle/close_link';
import type { PaymentLinks } from '../../extension/payment_link/context';
import { countLinks, listOpenLinksAfter } from '../../extension/payment_link/list/link_lists';
import { readState } from '../../extension/payment_link/state';
import { MINUTE_MS } from '../../system/clock';
import { reasonOf } from '../../system/errors';
import { assertMayAlter } from '../migrations/may_alter';
import { unmigrate } from '../migrations/migrate';
import { linksOpen, notCancelled, stillRunning } from './errors';
import { prepareExport, writeExport, type Kind } from './export';

export interface Detaching {
  readonly openLinks: 'refuse' | 'cancel' | 'leave';
  /** See `writeExport`. */
  readonly exportPath: string;
}

const OPEN = ['requested', 'active', 'declined'] as const;

/**
 * Takes this program out of a shop: closes the open links if told so, writes down what was, removes its tables. The
 * shop's own tables keep the history lines that were written. @throws AppError `still_running`, `links_open`,
 * `links_not_cancelled`, `export_exists`, `export_refused`, `tables_not_allowed`; nothing was removed then
 */
export async function detachShop(context: PaymentLinks, wish: Detaching): Promise<Record<Kind, number>> {
  const { db, clock } = context;
  const lease = await readState<{ until: number }>(db, 'watch_lease');
  if ((lease?.until ?? 0) > clock.now()) throw stillRunning();
  const open = await countLinks(db, { states: OPEN }, 100_000);
  if (open > 0 && wish.openLinks === 'refuse') throw linksOpen({ values: { count: open } });
  prepareExport(wish.exportPath);
  await assertMayAlter(db);
  if (open > 0 && wish.openLinks === 'cancel') await cancelAll(context);
  const written = await writeExport(db, wish.exportPath);
  await unmigrate(db, 'attached');
  return written;
}

/** Money that is there or on its way keeps a link: it is settled first, and the owner tries again. */
async function cancelAll(context: PaymentLinks): Promise<void> {
  const failures: string[] = [];
  let last = 0;
  for (;;) {
    const links = await listOpenLinksAfter(context.db, last, 100);
    for (const link of links) {
      last = link.linkId;
      const wish = { linkId: link.linkId, to: 'cancelled', actor: 'command line', why: 'detached' } as const;
      const closing = await closeLink(context, wish, AbortSignal.timeout(MINUTE_MS)).catch(reasonOf);
      if (closing === 'kept') failures.push(`link ${link.reference} has a payment on its way`);
      else if (closing !== 'closed' && closing !== 'already') failures.push(closing);
    }
    if (links.length === 0) break;
  }
  const [first] = failures;
  if (first !== undefined) throw notCancelled({ values: { count: failures.length, reason: first } });
}
