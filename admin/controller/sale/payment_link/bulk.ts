import { findLink } from '../../../../extension/payment_link/link/links';
import type { Person } from '../../../../extension/payment_link/journal/person';
import { cancelLink, renewLink, resendLink } from '../../../../extension/payment_link/person/person_actions';
import { AppError, badRequest } from '../../../../system/errors';
import { redirect, type Answer, type Notice } from '../../../../system/http/answer';
import { textIn } from '../../../../system/http/input';
import { readJsonMembers } from '../../../../system/json';
import { fill, plural } from '../../../../system/language';
import type { Admin } from '../../../admin';
import { selectedIn } from '../../../selected';
import type { Visit } from '../../../visit';
import { presserOf } from '../order_info/press';
import { FILTERS } from './filters';
import { HOME } from './list';

const ACTS = ['resend', 'renew', 'cancel'] as const;
type Act = (typeof ACTS)[number];
/** A page has twenty; a made-up form gets no further than this. */
const AT_ONCE_MAX = 200;
/** Reasons shown; more would not be read. */
const LEFT_SHOWN = 5;

/**
 * One act on every ticked link. What refuses is left as it is and named with its reason; the others go on. The press
 * counts for each link by itself: sent again after a crash, it does what was left.
 */
export async function bulk(app: Admin, visit: Visit): Promise<Answer> {
  const act = ACTS.find((one) => one === textIn(visit.body, 'act'));
  if (act === undefined) throw badRequest();
  const person = presserOf(visit);
  const selected = selectedIn(visit.body).slice(0, AT_ONCE_MAX);
  const back = backTo(visit);
  if (selected.length === 0) {
    return redirect(back, { kind: 'warning', text: visit.texts('common/form').none_selected });
  }
  return redirect(back, await actOnEach(app, visit, act, selected, person));
}

async function actOnEach(
  app: Admin,
  visit: Visit,
  act: Act,
  linkIds: readonly number[],
  person: Person,
): Promise<Notice> {
  const text = visit.texts('sale/payment_links');
  const left: string[] = [];
  let before = 0;
  for (const linkId of linkIds) {
    try {
      await actOn(app, act, linkId, pressOn(person, linkId));
    } catch (refused) {
      if (!(refused instanceof AppError)) throw refused;
      if (refused.code === 'pressed_before') before++;
      else left.push(fill(text.left, { link: await referenceOf(app, linkId), reason: visit.said(refused.message) }));
    }
  }
  if (before === linkIds.length) return { kind: 'info', text: visit.texts('sale/order_info').pressed_before };
  const done = linkIds.length - left.length - before;
  const sentences = [
    ...(done > 0 ? [plural(visit.locale, done, text[`done_${act}`])] : []),
    ...left.slice(0, LEFT_SHOWN),
  ];
  return { kind: left.length === 0 ? 'success' : 'warning', text: sentences.join(' ') };
}

function pressOn({ press, ...person }: Person, linkId: number): Person {
  return press ? { ...person, press: { ...press, token: `${press.token}:${linkId}` } } : person;
}

async function referenceOf(app: Admin, linkId: number): Promise<string> {
  return (await findLink(app.db, linkId))?.reference ?? String(linkId);
}

async function actOn(app: Admin, act: Act, linkId: number, person: Person): Promise<void> {
  switch (act) {
    case 'resend':
      return resendLink(app.links, linkId, person, {});
    case 'renew':
      return renewLink(app.links, linkId, person, { mail: true });
    case 'cancel':
      return cancelLink(app.links, linkId, person);
  }
}

/** The list as it was; only names that the list knows come back from the form. */
function backTo(visit: Visit): string {
  const values = readJsonMembers(textIn(visit.body, 'back')) ?? {};
  const query = new URLSearchParams();
  for (const name of ['search', ...FILTERS, 'sort', 'order', 'page']) {
    const value = values[name];
    if (typeof value === 'string' && value !== '') query.set(name, value);
  }
  return query.size > 0 ? `${HOME}?${query.toString()}` : HOME;
}
