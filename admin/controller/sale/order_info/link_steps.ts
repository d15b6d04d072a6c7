import { isOpen } from '../../../../extension/payment_link/link/link';
import type { Link } from '../../../../extension/payment_link/link/link_row';
import { fill } from '../../../../system/language';
import { sayMoment } from '../../../dates';
import type { StepView } from '../../../view/sale/link_panel';
import type { Visit } from '../../../visit';
import { panelText, type PanelFacts } from './panel';
import { mailOf } from './mail_part';

type Said = Omit<StepView, 'label'>;

/** How far a link has come: made, mailed, opened, paid; each with its moment, or why there is none. */
export function linkSteps(visit: Visit, facts: PanelFacts, link: Link): StepView[] {
  const text = panelText(visit, facts.page);
  return [
    { label: text.step_made, ...madeStep(visit, facts, link) },
    { label: text.step_mailed, ...mailedStep(visit, facts, link) },
    { label: text.step_opened, ...openedStep(visit, facts, link) },
    { label: text.step_paid, ...paidStep(visit, facts, link) },
  ];
}

function madeStep(visit: Visit, facts: PanelFacts, link: Link): Said {
  const text = panelText(visit, facts.page);
  if (link.activatedAt === null) return link.state === 'failed' ? bad(text.step_failed) : now(text.step_now);
  return done(visit, facts, link.activatedAt);
}

function mailedStep(visit: Visit, facts: PanelFacts, link: Link): Said {
  const text = panelText(visit, facts.page);
  const mail = mailOf(facts, link);
  if (mail?.state === 'sent') return done(visit, facts, mail.sentAt ?? mail.createdAt);
  if (mail?.state === 'failed') return bad(text.step_failed);
  if (mail?.state === 'waiting' || mail?.state === 'handing_over') return now(text.step_now);
  return link.activatedAt === null && link.email !== '' ? due(visit, facts, link) : todo(text.mail_none);
}

function openedStep(visit: Visit, facts: PanelFacts, link: Link): Said {
  if (link.openedAt === null) return due(visit, facts, link);
  const first = done(visit, facts, link.openedAt);
  const { opened_often: often } = panelText(visit, facts.page);
  return link.opens > 1 ? { ...first, text: fill(often, { count: link.opens, when: first.text }) } : first;
}

function paidStep(visit: Visit, facts: PanelFacts, link: Link): Said {
  const own = facts.payments.filter((payment) => payment.linkId === link.linkId);
  if (own.some((payment) => payment.state === 'charged_back')) {
    return bad(visit.texts('sale/payment_link').payment_charged_back);
  }
  const paidAt = own.find((payment) => payment.paidAt !== null)?.paidAt;
  if (paidAt) return done(visit, facts, paidAt);
  const pending = own.some((payment) => payment.state === 'pending');
  return pending ? now(panelText(visit, facts.page).step_now) : due(visit, facts, link);
}

function done(visit: Visit, facts: PanelFacts, at: number): Said {
  const { text, full } = sayMoment(at, facts.now, facts.zone, visit.locale);
  return { css: 'done', icon: 'check-circle-fill', text, title: full };
}

/** Of a closed link nothing is awaited any more. */
function due(visit: Visit, facts: PanelFacts, link: Link): Said {
  const text = panelText(visit, facts.page);
  return todo(isOpen(link.state) ? text.step_not_yet : text.step_no_more);
}

const now = (text: string): Said => ({ css: 'now', icon: 'hourglass-split', text, title: null });
const bad = (text: string): Said => ({ css: 'bad', icon: 'x-octagon-fill', text, title: null });
const todo = (text: string): Said => ({ css: 'todo', icon: 'circle', text, title: null });
