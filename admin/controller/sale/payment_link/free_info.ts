import { freeVersion } from '../../../../extension/payment_link/free/free_version';
import { findLink } from '../../../../extension/payment_link/link/links';
import { notFound } from '../../../../system/errors';
import { redirect, view, type Answer } from '../../../../system/http/answer';
import { wholeIn } from '../../../../system/http/input';
import { fill, joined } from '../../../../system/language';
import { formatMoney } from '../../../../system/money';
import type { Admin } from '../../../admin';
import { sayMoment } from '../../../dates';
import { liveVersion } from '../../../live';
import { readOnlyText } from '../../../read_only';
import type { LinkInfoView } from '../../../view/sale/link_info';
import type { Visit } from '../../../visit';
import type { Again } from '../order_info/again';
import { languageName } from '../order_info/details_part';
import { linkPanel } from '../order_info/link_panel';
import { panelPath, panelText } from '../order_info/panel';
import { panelErrors } from '../order_info/panel_errors';
import { HOME } from './back';
import { gatherFree, type FreeFacts } from './free_facts';

/** The page of a link without an order. An order's link is shown on the order's page. */
export async function info(app: Admin, visit: Visit): Promise<Answer> {
  const linkId = wholeIn(visit.query, 'link_id');
  const link = await findLink(app.db, linkId);
  if (link?.orderId) return redirect(`/admin/sale/order/info?order_id=${link.orderId}`, null);
  return view('sale/link_info', await infoView(app, visit, linkId, null));
}

/** The page with a form that was refused open on it. */
export async function infoAgain(app: Admin, visit: Visit, linkId: number, again: Again): Promise<Answer> {
  return view('sale/link_info', await infoView(app, visit, linkId, again), again.errors.status);
}

export async function live(app: Admin, visit: Visit): Promise<Answer> {
  const link = await findLink(app.db, wholeIn(visit.query, 'link_id'));
  if (link === null || link.orderId !== null) throw notFound();
  return liveVersion(app, visit, () => freeVersion(app.db, link.token));
}

async function infoView(app: Admin, visit: Visit, linkId: number, again: Again | null): Promise<LinkInfoView> {
  const facts = await gatherFree(app, visit, linkId);
  if (facts === null) throw notFound();
  const text = visit.texts('sale/link_info');
  const { link, page } = facts;
  const title = fill(text.title, { reference: link.reference });
  const path = visit.href(panelPath(page));
  const { panel: _panel, ...words } = text;
  const panel = await linkPanel(app, visit, facts, again);
  return {
    title,
    crumbs: [
      { text: visit.texts('sale/payment_links').title, href: visit.href(HOME) },
      { text: title, href: path },
    ],
    scripts: ['live_page.js'],
    text: { ...joined(visit.texts('common/form'), panelText(visit, page)), ...words },
    heading: title,
    made: sayMoment(facts.links[0]?.createdAt ?? link.createdAt, facts.now, facts.zone, visit.locale),
    reloadHref: path,
    liveHref: visit.href('/admin/sale/payment_link/live', page.ids),
    version: facts.version,
    readOnly: await readOnlyText(app, visit, 'sale/payment_link'),
    errors: again === null ? [] : panelErrors(again, panel),
    panel,
    about: aboutPart(visit, facts),
    payer: {
      name: link.customer || text.no_name,
      email: link.email || null,
      language: languageName(link.snapshot.language, visit.locale),
    },
  };
}

function aboutPart(visit: Visit, { link, storeName }: FreeFacts): LinkInfoView['about'] {
  const text = visit.texts('sale/link_info');
  return [
    { label: text.description, value: link.description },
    { label: text.amount, value: formatMoney(link.amount, visit.locale) },
    { label: text.store, value: storeName },
    ...(link.slug === null ? [] : [{ label: text.short_address, value: `/pay/${link.slug}` }]),
  ];
}
