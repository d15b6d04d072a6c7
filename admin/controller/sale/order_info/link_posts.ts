import { openForCustomer } from '../../../../extension/payment_link/person/customer_actions';
import { dismissFlags } from '../../../../extension/payment_link/journal/flag_link';
import type { Link } from '../../../../extension/payment_link/link/link_row';
import { findMail } from '../../../../extension/payment_link/mail/mails';
import { retryMailByPerson } from '../../../../extension/payment_link/mail/retry_mail';
import { tryMailNow } from '../../../../extension/payment_link/mail/try_mail_now';
import { retryLink } from '../../../../extension/payment_link/make/fail_link';
import { tryLinkNow } from '../../../../extension/payment_link/make/try_now';
import { findLink } from '../../../../extension/payment_link/link/links';
import type { Person } from '../../../../extension/payment_link/journal/person';
import {
  cancelLink,
  markPaidOtherwise,
  renewLink,
  resendLink,
} from '../../../../extension/payment_link/person/person_actions';
import { DAY_MS, SECOND_MS } from '../../../../system/clock';
import { invalidForm, notFound } from '../../../../system/errors';
import { text as plain, type Answer, type Notice } from '../../../../system/http/answer';
import { flagIn, textIn, wholeIn } from '../../../../system/http/input';
import { render } from '../../../../system/view/render';
import type { Admin } from '../../../admin';
import type { Visit } from '../../../visit';
import { DAYS_MAX, WORDS_LENGTH_MAX } from './link_actions';
import { panelText, type Panel, type PanelOf } from './panel';
import { personOf, pressed, toPanel } from './press';

/** The link the form is about; it must be one of the page's. @throws AppError `not_found` */
async function linkIn(app: Admin, visit: Visit, panel: Panel): Promise<Link> {
  const link = await findLink(app.db, wholeIn(visit.body, 'link_id'));
  if (!link || !panel.holds(link)) throw notFound();
  return link;
}

interface LinkPress {
  readonly app: Admin;
  readonly visit: Visit;
  readonly link: Link;
  readonly person: Person;
  readonly text: ReturnType<typeof panelText>;
}

type Act = (press: LinkPress) => Promise<string>;

/** What each form does; it answers what is said then. */
const ACTS = {
  async resend_link({ app, visit, link, person, text }) {
    const recipient = textIn(visit.body, 'recipient');
    const words = textIn(visit.body, 'words').slice(0, WORDS_LENGTH_MAX);
    if (recipient === '') throw invalidForm({ fields: { recipient: 'error_recipient' } });
    await resendLink(app.links, link.linkId, person, { recipient, words });
    return text.resent;
  },
  async renew_link({ app, visit, link, person, text }) {
    await renewLink(app.links, link.linkId, person, { mail: flagIn(visit.body, 'mail') });
    return text.renewed;
  },
  async extend_link({ app, visit, link, person, text }) {
    const days = wholeIn(visit.body, 'days');
    if (days < 1 || days > DAYS_MAX) throw invalidForm({ fields: { days: 'error_days' } });
    const lifetimeSeconds = (days * DAY_MS) / SECOND_MS;
    await renewLink(app.links, link.linkId, person, { mail: flagIn(visit.body, 'mail'), lifetimeSeconds });
    return text.extended;
  },
  async cancel_link({ app, link, person, text }) {
    await cancelLink(app.links, link.linkId, person);
    return text.cancelled;
  },
  async paid_otherwise({ app, visit, link, person, text }) {
    await markPaidOtherwise(app.links, link.linkId, person, wholeIn(visit.body, 'status_id'));
    return text.marked_paid;
  },
  async dismiss_flags({ app, link, person, text }) {
    await dismissFlags(app.links, link, person);
    return text.seen_done;
  },
} satisfies Record<string, Act>;

export type LinkForm = keyof typeof ACTS;
export const LINK_FORMS = Object.keys(ACTS) as readonly LinkForm[];

/** One press of a form about a link. */
export function linkPost(panelOf: PanelOf, form: LinkForm) {
  return async (app: Admin, visit: Visit): Promise<Answer> => {
    const panel = await panelOf(app, visit);
    const link = await linkIn(app, visit, panel);
    const text = panelText(visit, panel.page);
    const act = async (person: Person): Promise<Notice> => ({
      kind: 'success',
      text: await ACTS[form]({ app, visit, link, person, text }),
    });
    return pressed(app, visit, panel, { form, id: link.linkId, act });
  };
}

/** "Try again" of a link that could not be made. */
export function retryFailedLink(panelOf: PanelOf) {
  return async (app: Admin, visit: Visit): Promise<Answer> => {
    const panel = await panelOf(app, visit);
    const text = panelText(visit, panel.page);
    const link = await linkIn(app, visit, panel);
    const retried = await retryLink(app.links, link.linkId, personOf(visit));
    return toPanel(panel, retried ? { kind: 'success', text: text.retried } : { kind: 'info', text: text.not_retried });
  };
}

export function retryFailedMail(panelOf: PanelOf) {
  return async (app: Admin, visit: Visit): Promise<Answer> => {
    const panel = await panelOf(app, visit);
    const text = panelText(visit, panel.page);
    const mailId = wholeIn(visit.body, 'mail_id');
    const retried =
      (await mailIsOf(app, panel, mailId)) && (await retryMailByPerson(app.links, mailId, personOf(visit)));
    const notice = retried ? text.mail_retried : text.pressed_before;
    return toPanel(panel, { kind: retried ? 'success' : 'info', text: notice });
  };
}

/** "Try now" of a link that waits for its provider. */
export function tryNow(panelOf: PanelOf) {
  return async (app: Admin, visit: Visit): Promise<Answer> => {
    const panel = await panelOf(app, visit);
    const { linkId: id } = await linkIn(app, visit, panel);
    const act = async (person: Person) => triedNotice(visit, panel, await tryLinkNow(app.links, id, person));
    return pressed(app, visit, panel, { form: 'try_link_now', id, act });
  };
}

/** The same of a mail that waits for the mail server. */
export function tryMail(panelOf: PanelOf) {
  return async (app: Admin, visit: Visit): Promise<Answer> => {
    const panel = await panelOf(app, visit);
    const id = wholeIn(visit.body, 'mail_id');
    if (!(await mailIsOf(app, panel, id))) throw notFound();
    const act = async (person: Person) => triedNotice(visit, panel, await tryMailNow(app.links, id, person));
    return pressed(app, visit, panel, { form: 'try_mail_now', id, act });
  };
}

function triedNotice(visit: Visit, { page }: Panel, tried: boolean): Notice {
  const text = panelText(visit, page);
  return tried ? { kind: 'success', text: text.trying_now } : { kind: 'info', text: text.not_waiting };
}

async function mailIsOf(app: Admin, panel: Panel, mailId: number): Promise<boolean> {
  const mail = await findMail(app.db, mailId);
  if (mail === null) return false;
  if (panel.orderId !== null) return mail.orderId === panel.orderId;
  const link = mail.linkId === null ? null : await findLink(app.db, mail.linkId);
  return link !== null && panel.holds(link);
}

/**
 * The provider's page in a tab of its own, for a customer on the phone: not counted as the customer's opening. A page
 * of ours leads on, because a form here may lead nowhere but here.
 */
export function openLink(panelOf: PanelOf) {
  return async (app: Admin, visit: Visit): Promise<Answer> => {
    const panel = await panelOf(app, visit);
    const link = await linkIn(app, visit, panel);
    const text = panelText(visit, panel.page);
    const answer = await openForCustomer(app.links, link.token, { byStaff: personOf(visit).name });
    if (answer.kind === 'go') {
      const view = { language: visit.locale, title: text.open_for_customer, href: answer.url, text: text.open_going };
      return plain(render('admin/view', 'sale/open_link', view), 200, 'html');
    }
    return toPanel(panel, {
      kind: 'warning',
      text: answer.kind === 'being_made' ? text.open_being_made : text.open_closed,
    });
  };
}
