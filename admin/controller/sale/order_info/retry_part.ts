import { nextMailTryOf } from '../../../../extension/payment_link/mail/try_mail_now';
import { nextTryOf, waitsForRetry } from '../../../../extension/payment_link/make/try_now';
import type { Link } from '../../../../extension/payment_link/link/link_row';
import { closed, fill } from '../../../../system/language';
import type { Admin } from '../../../admin';
import { causeOf } from '../../../cause';
import { sayTime } from '../../../dates';
import type { PressView } from '../../../view/sale/link_actions';
import type { LinkCardView } from '../../../view/sale/link_panel';
import type { Visit } from '../../../visit';
import { pressHidden } from './fold';
import { panelAction, panelText, type PanelFacts } from './panel';

/** Why a link is not there (yet), when it is tried again, and the button that does not wait for it. */
export async function problemPart(
  app: Admin,
  visit: Visit,
  facts: PanelFacts,
  link: Link,
): Promise<LinkCardView['problem']> {
  if (link.failure === null) return null;
  const ids = { link_id: link.linkId };
  const said = closed(visit.said(link.failure));
  const shared = {
    cause: causeOf(visit, link.failureCause, `cause-link-${link.linkId}`),
    remedy: remedyOf(visit, link),
  };
  if (waitsForRetry(link)) {
    const again = againText(visit, facts, await nextTryOf(app.db, link));
    return { ...shared, text: `${said} ${again}`, calm: true, press: nowPress(visit, facts, 'try_link_now', ids) };
  }
  if (link.state !== 'failed') return null;
  const text = panelText(visit, facts.page);
  const retry = {
    ...{ icon: 'arrow-repeat', title: text.try_again, newTab: false, hidden: pressHidden(ids) },
    action: panelAction(visit, facts.page, 'retry_link'),
  };
  return { ...shared, text: said, calm: false, press: visit.may('modify', facts.page.route) ? retry : null };
}

function remedyOf(visit: Visit, { remedy }: Pick<Link, 'remedy'>): string | null {
  return remedy === null ? null : visit.said(remedy);
}

/** When a mail that waits for the mail server is tried again, in words. */
export async function mailAgainText(app: Admin, visit: Visit, facts: PanelFacts, mailId: number): Promise<string> {
  return againText(visit, facts, await nextMailTryOf(app.db, mailId));
}

function againText(visit: Visit, { page, now, zone }: PanelFacts, nextTry: number | null): string {
  const text = panelText(visit, page);
  if (nextTry === null || nextTry <= now) return text.tried_again;
  return fill(text.tried_again_at, { time: sayTime(nextTry, zone, visit.locale) });
}

/** "Try now": null for those who may only look. */
export function nowPress(
  visit: Visit,
  { page }: PanelFacts,
  form: 'try_link_now' | 'try_mail_now',
  ids: Readonly<Record<string, number>>,
): PressView | null {
  if (!visit.may('modify', page.route)) return null;
  const title = panelText(visit, page).try_now;
  const action = panelAction(visit, page, form);
  return { icon: 'arrow-repeat', title, action, hidden: pressHidden(ids), newTab: false };
}
