import { setTimeout as pause } from 'node:timers/promises';
import { SECOND_MS } from '../../../system/clock';
import type { PaymentLinks } from '../context';
import { putRefresh } from '../jobs';
import type { Link } from '../link/link_row';
import { findLink } from '../link/links';

/** Reloading a return page costs the provider one read in this time, however often it is done. */
const READ_PAUSE_MS = 1.5 * SECOND_MS;
/** Between two looks at our own row. */
const LOOK_PAUSE_MS = 60;

export interface Truth {
  readonly link: Link;
  /** The provider was read after the customer came back. */
  readonly known: boolean;
}

/** The provider was read a moment ago. */
export function isFresh(context: PaymentLinks, link: Link): boolean {
  return context.clock.now() - (link.polledAt ?? 0) < READ_PAUSE_MS;
}

/**
 * A customer came back from the provider, which proves nothing: the provider is read at once, and the answer waited
 * for, at most `waitMs`. Only a link that can be paid is asked about.
 */
export async function askForTruth(context: PaymentLinks, link: Link, waitMs: number): Promise<Truth> {
  if (link.state !== 'active' && link.state !== 'declined') return { link, known: true };
  const now = context.clock.now();
  const readAt = Math.max(now, (link.polledAt ?? 0) + READ_PAUSE_MS);
  await putRefresh(context.db, link.linkId, readAt, now);
  context.wake();
  for (let looks = Math.ceil(waitMs / LOOK_PAUSE_MS); looks > 0; looks -= 1) {
    await pause(LOOK_PAUSE_MS);
    const latest = await findLink(context.db, link.linkId);
    if (latest && latest.version !== link.version) return { link: latest, known: true };
  }
  return { link, known: false };
}
