import { takeFormToken } from '../../../../extension/payment_link/forms';
import { findLink } from '../../../../extension/payment_link/links';
import { cancelLink, renewLink, resendLink } from '../../../../extension/payment_link/person_actions';
import { transaction } from '../../../../system/db/transaction';
import { AppError, badRequest } from '../../../../system/errors';
import { redirect, type Answer, type Notice } from '../../../../system/http/answer';
import { textIn } from '../../../../system/http/input';
import { fill, plural } from '../../../../system/language';
import type { Admin } from '../../../admin';
import { selectedIn } from '../../../selected';
import type { Visit } from '../../../visit';
import { personOf } from '../order_info/press';
import { FILTERS } from './filters';
import { HOME } from './list';

const ACTS = ['resend', 'renew', 'cancel'] as const;
type Act = (typeof ACTS)[number];
/** A page has twenty; a made-up form gets no further than this. */
const AT_ONCE_MAX = 200;
/** Reasons shown; more would not be read. */
const LEFT_SHOWN = 5;

/** One act on every ticked link. What refuses is left as it is and named with its reason; the others go on. */
export async function bulk(app: Admin, visit: Visit): Promise<Answer> {
  const act = ACTS.find((one) => one === textIn(visit.body, 'act'));
  const token = textIn(visit.body, 'form_token');
  if (act === undefined || !/^[0-9a-f]{32}$/.test(token)) throw badRequest();
  const selected = selectedIn(visit.body).slice(0, AT_ONCE_MAX);
  const back = backTo(visit);
  if (selected.length === 0) {
    return redirect(back, { kind: 'warning', text: visit.texts('common/form').none_selected });
  }
  const first = await transaction(app.db, (tx) => takeFormToken(tx, token, visit.user.userId, app.clock.now()));
  if (!first) return redirect(back, { kind: 'info', text: visit.texts('sale/order_info').pressed_before });
  return redirect(back, await actOnEach(app, visit, act, selected));
}

async function actOnEach(app: Admin, visit: Visit, act: Act, linkIds: readonly number[]): Promise<Notice> {
  const text = visit.texts('sale/payment_links');
  const left: string[] = [];
  for (const linkId of linkIds) {
    try {
      await actOn(app, visit, act, linkId);
    } catch (refused) {
      if (!(refused instanceof AppError)) throw refused;
      const reference = (await findLink(app.db, linkId))?.reference ?? String(linkId);
      left.push(fill(text.left, { link: reference, reason: refused.message }));
    }
  }
  const done = linkIds.length - left.length;
  const sentences = [
    ...(done > 0 ? [plural(visit.locale, done, text[`done_${act}`])] : []),
    ...left.slice(0, LEFT_SHOWN),
  ];
  return { kind: left.length === 0 ? 'success' : 'warning', text: sentences.join(' ') };
}

async function actOn(app: Admin, visit: Visit, act: Act, linkId: number): Promise<void> {
  const person = personOf(visit);
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
  let given: unknown;
  try {
    given = JSON.parse(textIn(visit.body, 'back'));
  } catch {
    return HOME;
  }
  const values = (typeof given === 'object' && given !== null ? given : {}) as Record<string, unknown>;
  const query = new URLSearchParams();
  for (const name of ['search', ...FILTERS, 'sort', 'order', 'page']) {
    const value = values[name];
    if (typeof value === 'string' && value !== '') query.set(name, value);
  }
  return query.size > 0 ? `${HOME}?${query.toString()}` : HOME;
}
