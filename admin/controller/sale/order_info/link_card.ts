import { staffAddress } from '../../../../extension/payment_link/link/addresses';
import { readLinkSettings } from '../../../../extension/payment_link/setting/link_settings';
import { isOpen } from '../../../../extension/payment_link/link/link';
import type { Link } from '../../../../extension/payment_link/link/link_row';
import { findMethodName } from '../../../../extension/payment_link/gateways/method_names';
import { fill } from '../../../../system/language';
import { formatMoney } from '../../../../system/money';
import { qrSvg } from '../../../../system/qr_svg';
import type { Admin } from '../../../admin';
import { sayLeft, sayMoment } from '../../../dates';
import { isPayable, linkStateOf } from '../../../link_state';
import type { LinkCardView } from '../../../view/sale/link_panel';
import type { Visit } from '../../../visit';
import type { Again } from './again';
import { panelText, type PanelFacts } from './panel';
import { linkActions } from './link_actions';
import { linkSteps } from './link_steps';
import { mailPart } from './mail_part';
import { problemPart } from './retry_part';

/** One link as a person wants to know it: state, amount, end, address, mail, and the little facts. */
export async function linkCard(
  app: Admin,
  visit: Visit,
  facts: PanelFacts,
  { link, again }: { readonly link: Link; readonly again: Again | null },
): Promise<LinkCardView> {
  const text = panelText(visit, facts.page);
  const { address } = readLinkSettings(await app.links.settingsFor(link.storeId, 'payment_link'));
  const url = isPayable(link) ? staffAddress(app.links.publicUrl, link, address) : null;
  return {
    id: String(link.linkId),
    title: link.purpose === 'difference' ? text.link_difference : null,
    state: linkStateOf(link, facts.payments, visit.texts('sale/payment_link')),
    test: link.environment === 'test' && !app.config.demo,
    amount: formatMoney(link.amount, visit.locale),
    ends: endsPart(visit, facts, link),
    steps: linkSteps(visit, facts, link),
    sentence: sentencePart(visit, facts, link),
    problem: await problemPart(app, visit, facts, link),
    address: url,
    qr: url === null ? null : qrSvg(url, text.qr_label),
    addressDue: link.state === 'requested',
    facts: await factsPart(app, visit, facts, link),
    mail: await mailPart(app, visit, facts, link),
    actions: visit.may('modify', facts.page.route) ? await linkActions(app, visit, facts, { link, url, again }) : null,
  };
}

function endsPart(visit: Visit, facts: PanelFacts, link: Link): LinkCardView['ends'] {
  const text = panelText(visit, facts.page);
  const said = (at: number, template: string, when: (moment: { text: string }) => string) => {
    const moment = sayMoment(at, facts.now, facts.zone, visit.locale);
    return { text: fill(template, { when: when(moment) }), full: moment.full, iso: moment.iso };
  };
  const paid = facts.payments.find((payment) => payment.linkId === link.linkId && payment.paidAt !== null);
  if (link.state === 'completed') {
    const at = paid?.paidAt ?? link.closedAt;
    return at === null ? null : said(at, text.paid_at, (moment) => moment.text);
  }
  if (isOpen(link.state)) {
    if (link.expiresAt === null) return null;
    const { expiresAt } = link;
    return said(expiresAt, text.expires, () => sayLeft(expiresAt, facts.now, visit.locale));
  }
  const template = link.state === 'expired' ? text.expired_at : text.closed_at;
  return link.closedAt === null ? null : said(link.closedAt, template, (moment) => moment.text);
}

function sentencePart(visit: Visit, facts: PanelFacts, link: Link): string | null {
  const text = panelText(visit, facts.page);
  const own = facts.payments.filter((payment) => payment.linkId === link.linkId);
  if (link.state === 'requested') return link.failure === null ? text.link_being_made : text.link_retry_note;
  if (!isPayable(link)) return null;
  if (link.closing !== null) return text.link_closing;
  return own.some((payment) => payment.state === 'pending') ? text.link_on_its_way : null;
}

async function factsPart(app: Admin, visit: Visit, facts: PanelFacts, link: Link): Promise<LinkCardView['facts']> {
  const text = panelText(visit, facts.page);
  return [
    { label: text.fact_method, text: await methodText(app, visit, facts, link), title: null },
    { label: text.fact_provider, text: providerTitle(app, link.gateway), title: null },
    { label: text.fact_reference, text: link.reference, title: link.sessionId },
  ];
}

/** The method really used, once there is a payment; else the one offered. */
async function methodText(app: Admin, visit: Visit, facts: PanelFacts, link: Link): Promise<string> {
  const used = facts.payments.find((payment) => payment.linkId === link.linkId && payment.method !== null)?.method;
  const code = used ?? link.method;
  if (code === null) return panelText(visit, facts.page).method_all;
  return (await findMethodName(app.db, link, code)) ?? code;
}

function providerTitle(app: Admin, gateway: string): string {
  return app.links.providers.find((provider) => provider.code === gateway)?.title ?? gateway;
}
