import { findLanguageId } from '../../../../extension/opencart/localisation/languages';
import { readSettings } from '../../../../extension/opencart/setting/settings';
import { freeVersion } from '../../../../extension/payment_link/free/free_version';
import { listJournalOfLinks } from '../../../../extension/payment_link/journal/journal';
import type { Link } from '../../../../extension/payment_link/link/link_row';
import { findLink, listAttempts } from '../../../../extension/payment_link/link/links';
import { listMailsOfLinks } from '../../../../extension/payment_link/mail/mails';
import { withPayments } from '../../../../extension/payment_link/order/order_links';
import type { Admin } from '../../../admin';
import type { Visit } from '../../../visit';
import { JOURNAL_SHOWN, refundsOf } from '../order_info/facts';
import type { PanelFacts, PanelPage } from '../order_info/panel';

/** Everything that the page of a link without an order shows, read once. */
export interface FreeFacts extends PanelFacts {
  /** The newest attempt. */
  readonly link: Link;
}

/** Any attempt's id leads to the page; it is known by the first one's, which stays. Null when it is an order's. */
export async function gatherFree(app: Admin, visit: Visit, linkId: number): Promise<FreeFacts | null> {
  const { db } = app;
  const found = await findLink(db, linkId);
  if (found === null || found.orderId !== null) return null;
  // Read before the rest: a change in between makes the page refresh once more instead of never.
  const version = await freeVersion(db, found.token);
  const known = await withPayments(db, await listAttempts(db, found.token));
  const linkIds = known.links.map((link) => link.linkId);
  const settings = await readSettings(db, found.storeId);
  const link = known.links.at(-1) ?? found;
  return {
    ...known,
    link,
    page: freePage(linkIds[0] ?? linkId),
    order: null,
    storeName: (await app.links.shops.identityOf(link.storeId)).name,
    refunds: await refundsOf(db, known),
    mails: await listMailsOfLinks(db, linkIds),
    journal: await listJournalOfLinks(db, linkIds, JOURNAL_SHOWN + 1),
    languageId: (await findLanguageId(db, visit.language)) ?? 1,
    now: app.clock.now(),
    zone: settings.timeZone,
    version,
  };
}

export function freePage(linkId: number): PanelPage {
  return { route: 'sale/payment_link', ids: { link_id: linkId } };
}
