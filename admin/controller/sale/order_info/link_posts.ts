import { openForCustomer } from '../../../../extension/payment_link/person/customer_actions';
import { dismissFlags } from '../../../../extension/payment_link/journal/flag_link';
import type { Link } from '../../../../extension/payment_link/link/link_row';
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
import { orderIdOf, personOf, pressed, toOrder } from './press';

/** The link the form is about; it must be this order's. @throws AppError `not_found` */
async function linkIn(app: Admin, visit: Visit): Promise<Link> {
  const link = await findLink(app.db, wholeIn(visit.body, 'link_id'));
  if (!link || link.orderId !== orderIdOf(visit)) throw notFound();
  return link;
}

type Act = (app: Admin, visit: Visit, link: Link, person: Person) => Promise<Notice>;

/** One press of a form about a link. */
function linkPost(form: string, act: Act) {
  return async (app: Admin, visit: Visit): Promise<Answer> => {
    const link = await linkIn(app, visit);
    return pressed(app, visit, { form, id: link.linkId, act: (person) => act(app, visit, link, person) });
  };
}

const done = (text: string): Notice => ({ kind: 'success', text });

export const resend = linkPost('resend_link', async (app, visit, link, person) => {
  const recipient = textIn(visit.body, 'recipient');
  const words = textIn(visit.body, 'words').slice(0, WORDS_LENGTH_MAX);
  const text = visit.texts('sale/order_info');
  if (recipient === '') throw invalidForm({ fields: { recipient: 'error_recipient' } });
  await resendLink(app.links, link.linkId, person, { recipient, words });
  return done(text.resent);
});

export const renew = linkPost('renew_link', async (app, visit, link, person) => {
  await renewLink(app.links, link.linkId, person, { mail: flagIn(visit.body, 'mail') });
  return done(visit.texts('sale/order_info').renewed);
});

export const extend = linkPost('extend_link', async (app, visit, link, person) => {
  const days = wholeIn(visit.body, 'days');
  if (days < 1 || days > DAYS_MAX) throw invalidForm({ fields: { days: 'error_days' } });
  const lifetimeSeconds = (days * DAY_MS) / SECOND_MS;
  await renewLink(app.links, link.linkId, person, { mail: flagIn(visit.body, 'mail'), lifetimeSeconds });
  return done(visit.texts('sale/order_info').extended);
});

export const cancel = linkPost('cancel_link', async (app, visit, link, person) => {
  await cancelLink(app.links, link.linkId, person);
  return done(visit.texts('sale/order_info').cancelled);
});

export const paidOtherwise = linkPost('paid_otherwise', async (app, visit, link, person) => {
  await markPaidOtherwise(app.links, link.linkId, person, wholeIn(visit.body, 'status_id'));
  return done(visit.texts('sale/order_info').marked_paid);
});

export const seen = linkPost('dismiss_flags', async (app, visit, link, person) => {
  await dismissFlags(app.links, link, person);
  return done(visit.texts('sale/order_info').seen_done);
});

/**
 * The provider's page in a tab of its own, for a customer on the phone: not counted as the customer's opening. A page
 * of ours leads on, because a form here may lead nowhere but here.
 */
export async function open(app: Admin, visit: Visit): Promise<Answer> {
  const link = await linkIn(app, visit);
  const text = visit.texts('sale/order_info');
  const answer = await openForCustomer(app.links, link.token, { byStaff: personOf(visit).name });
  if (answer.kind === 'go') {
    const view = { language: visit.locale, title: text.open_for_customer, href: answer.url, text: text.open_going };
    return plain(render('admin/view', 'sale/open_link', view), 200, 'html');
  }
  const sentence = answer.kind === 'being_made' ? text.open_being_made : text.open_closed;
  return toOrder(orderIdOf(visit), { kind: 'warning', text: sentence });
}
