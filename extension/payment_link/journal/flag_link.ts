import type { Tx } from '../../../system/db/table';
import type { PaymentLinks } from '../context';
import { journalOf } from './link_journal';
import type { Link, LinkFlag } from '../link/link_row';
import { lockLink, settleFlags, writeFlags } from '../link/links';
import { onPress, type Person } from './person';

/** Marks a link for a person, once per reason, and says so: the shop is mailed by the listener of `needs_person`. */
export async function flagLink(context: PaymentLinks, tx: Tx, link: Link, reasons: readonly LinkFlag[]): Promise<void> {
  const known = (await lockLink(tx, link.linkId))?.flags ?? [];
  const fresh = reasons.filter((reason) => !known.includes(reason));
  if (fresh.length === 0) return;
  await writeFlags(tx, link.linkId, [...known, ...fresh], context.clock.now());
  for (const reason of fresh) {
    await journalOf(context, tx, link, { event: 'link.flagged', by: 'system', details: { reason } });
    await context.bus.announce(tx, 'payment_link.needs_person', { linkId: link.linkId, reason });
  }
}

/** A person has seen to it. False when nothing waited. @throws AppError `pressed_before` */
export async function dismissFlags(context: PaymentLinks, link: Link, person: Person): Promise<boolean> {
  return onPress(context, person, async (tx, now) => {
    if (!(await settleFlags(tx, link.linkId, now))) return false;
    await journalOf(context, tx, link, {
      event: 'link.flags_dismissed',
      by: person,
      details: { flags: link.flags.join(', ') },
    });
    return true;
  });
}
