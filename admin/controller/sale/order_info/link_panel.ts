import { linkDecision, reasonSentence } from '../../../../extension/payment_link/make/link_facts';
import { newestLinkOf } from '../../../../extension/payment_link/order/order_links';
import type { Order } from '../../../../extension/payment_link/order_book';
import type { Link } from '../../../../extension/payment_link/link/link_row';
import { fill } from '../../../../system/language';
import { formatMoney } from '../../../../system/money';
import type { Admin } from '../../../admin';
import { sayMoment } from '../../../dates';
import { linkStateOf } from '../../../link_state';
import type { AttemptView, LinkPanelView } from '../../../view/sale/link_panel';
import type { Visit } from '../../../visit';
import type { Again } from './again';
import { flagsPart } from './flags_part';
import { JOURNAL_SHOWN } from './facts';
import { panelText, type PanelFacts } from './panel';
import { linkCard } from './link_card';
import { failedMails } from './mail_part';
import { paymentsPart } from './payments_part';
import { timelineLine } from './timeline';

/** Lines of the timeline that need no click. */
const TIMELINE_OPEN = 8;
/** The panel History tells these already. */
const IN_HISTORY = new Set(['order.history_added']);

/** All that is known of an order's payment: its links, what went wrong, and everything that happened. */
export async function linkPanel(
  app: Admin,
  visit: Visit,
  facts: PanelFacts,
  again: Again | null,
): Promise<LinkPanelView> {
  const text = panelText(visit, facts.page);
  const shown = (['order', 'difference', 'free'] as const)
    .map((purpose) => newestLinkOf(facts, purpose))
    .filter((link) => link !== null);
  const cards = [];
  for (const link of shown) cards.push(await linkCard(app, visit, facts, { link, again }));
  const timeline = facts.journal
    .slice(0, JOURNAL_SHOWN)
    .filter((line) => !IN_HISTORY.has(line.event))
    .map((line) => timelineLine(visit, line, facts.now, facts.zone));
  const none = cards.length === 0 && facts.order ? await nonePart(app, visit, facts, facts.order) : null;
  return {
    said: cards[0]?.state.text ?? none?.text ?? '',
    none,
    flags: flagsPart(visit, facts),
    cards,
    payments: await paymentsPart(app, visit, facts, again),
    failedMails: failedMails(visit, facts, shown),
    attempts: facts.links.length > 1 ? facts.links.toReversed().map((link) => attemptView(visit, facts, link)) : [],
    timeline: timeline.slice(0, TIMELINE_OPEN),
    timelineEarlier: timeline.slice(TIMELINE_OPEN),
    timelineMore: facts.journal.length > JOURNAL_SHOWN ? fill(text.timeline_more, { count: JOURNAL_SHOWN }) : null,
  };
}

async function nonePart(app: Admin, visit: Visit, facts: PanelFacts, order: Order): Promise<LinkPanelView['none']> {
  const text = panelText(visit, facts.page);
  const reason = reasonSentence(await linkDecision(app.links, order), visit.language);
  return reason === null ? { text: text.link_soon, soon: true } : { text: reason, soon: false };
}

function attemptView(visit: Visit, facts: PanelFacts, link: Link): AttemptView {
  return {
    attempt: String(link.attempt),
    state: linkStateOf(link, facts.payments, visit.texts('sale/payment_link')),
    amount: formatMoney(link.amount, visit.locale),
    reference: link.reference,
    made: sayMoment(link.createdAt, facts.now, facts.zone, visit.locale),
  };
}
