import { isOpen } from '../../../../extension/payment_link/link/link';
import { ASKING_KINDS } from '../../../../extension/payment_link/mail_port';
import type { StoredMail } from '../../../../extension/payment_link/mail/mails';
import { mailWaitsForRetry } from '../../../../extension/payment_link/mail/try_mail_now';
import type { Link } from '../../../../extension/payment_link/link/link_row';
import { EDITS_TOGETHER_MS, MAIL_PLANNED } from '../../../../extension/payment_link/order/follow_order';
import { MINUTE_MS } from '../../../../system/clock';
import { closed, fill } from '../../../../system/language';
import type { Admin } from '../../../admin';
import { causeOf } from '../../../cause';
import { sameMoney } from '../../../../system/money';
import { sayMoment } from '../../../dates';
import { isPayable } from '../../../link_state';
import type { MailProblem, MailView, RetryView } from '../../../view/sale/link_panel';
import type { Visit } from '../../../visit';
import { mailAgainText, nowPress } from './retry_part';
import { panelAction, panelText, type PanelFacts } from './panel';

const NOTHING = {
  ...{ title: null, icon: 'envelope', css: 'plain' },
  ...{ remedy: null, cause: null, note: null, retry: null, press: null },
} as const;

/** When and to whom the link was last mailed; or why it was not, and what helps. */
export async function mailPart(app: Admin, visit: Visit, facts: PanelFacts, link: Link): Promise<MailView> {
  const text = panelText(visit, facts.page);
  const mail = mailOf(facts, link);
  if (mail === undefined) {
    if (isPlanned(facts, link)) return { ...NOTHING, text: text.mail_planned, icon: 'envelope-arrow-up' };
    // Of one that cannot be paid there is nothing to copy or to send.
    const missing = link.email === '' && isPayable(link);
    const sentence = missing ? text.mail_no_address : text.mail_none;
    return { ...NOTHING, text: sentence, icon: 'envelope-slash', css: missing ? 'warn' : 'plain' };
  }
  const values = { recipient: mail.recipient, failure: closed(visit.said(mail.failure ?? '')), actor: mail.createdBy };
  const note = mail.possiblyTwice ? text.mail_twice : null;
  const why = {
    remedy: remedyOf(visit, mail),
    cause: causeOf(visit, mail.failureCause, `cause-mail-${mail.mailId}`),
    note,
  };
  switch (mail.state) {
    case 'sent':
      return { ...NOTHING, ...sentText(visit, facts, mail), icon: 'envelope-check', css: 'ok', note };
    case 'failed': {
      const sentence = fill(text.mail_failed, values);
      const retry = retryOf(visit, facts, mail);
      return { ...NOTHING, ...why, text: sentence, icon: 'envelope-x', css: 'bad', retry };
    }
    case 'skipped':
      return { ...NOTHING, text: fill(text.mail_skipped, values), icon: 'envelope-slash', note };
    case 'waiting':
    case 'handing_over': {
      const onItsWay = { ...NOTHING, ...why, icon: 'envelope-arrow-up' };
      if (!mailWaitsForRetry(mail)) return { ...onItsWay, text: fill(text.mail_waiting, values) };
      const again = await mailAgainText(app, visit, facts, mail.mailId);
      const sentence = fill(text.mail_trying, { ...values, again });
      const press = nowPress(visit, facts, 'try_mail_now', { mail_id: mail.mailId });
      return { ...onItsWay, text: sentence, css: 'warn', press };
    }
  }
}

/** After an edit: until the edits of a minute have become one mail. */
function isPlanned({ journal, now }: PanelFacts, link: Link): boolean {
  const planned = journal.find(({ event }) => event === MAIL_PLANNED);
  return isOpen(link.state) && planned !== undefined && now - planned.at < EDITS_TOGETHER_MS + MINUTE_MS;
}

function remedyOf(visit: Visit, { remedy }: StoredMail): string | null {
  return remedy === null ? null : visit.said(remedy);
}

/**
 * The newest mail that gave the customer this link: its own, or that of an earlier attempt behind the same address for
 * the same amount, which leads here as well.
 */
export function mailOf(facts: PanelFacts, link: Link): StoredMail | undefined {
  const asking = facts.mails.filter(({ kind }) => ASKING_KINDS.includes(kind));
  const alike = facts.links.filter(
    ({ token, attempt, amount }) => token === link.token && attempt < link.attempt && sameMoney(amount, link.amount),
  );
  return (
    asking.find(({ linkId }) => linkId === link.linkId) ??
    asking.find(({ linkId, state }) => state === 'sent' && alike.some((earlier) => earlier.linkId === linkId))
  );
}

function sentText(visit: Visit, facts: PanelFacts, mail: StoredMail): { text: string; title: string } {
  const text = panelText(visit, facts.page);
  const when = sayMoment(mail.sentAt ?? mail.createdAt, facts.now, facts.zone, visit.locale);
  const template = mail.createdBy === 'system' ? text.mailed : text.mailed_by;
  const values = { when: when.text, recipient: mail.recipient, actor: mail.createdBy };
  return { text: fill(template, values), title: when.full };
}

function retryOf(visit: Visit, facts: PanelFacts, mail: StoredMail): RetryView | null {
  if (!visit.may('modify', facts.page.route)) return null;
  return {
    action: panelAction(visit, facts.page, 'retry_mail'),
    mailId: String(mail.mailId),
  };
}

/** Other mails of this order that failed: they need a person as much as the link's own. */
export function failedMails(visit: Visit, facts: PanelFacts, shown: readonly Link[]): MailProblem[] {
  const words: Readonly<Record<string, string>> = visit.texts('sale/journal');
  const own = shown.map((link) => mailOf(facts, link)?.mailId);
  return facts.mails
    .filter((mail) => mail.state === 'failed' && !own.includes(mail.mailId))
    .map((mail) => ({
      action: panelAction(visit, facts.page, 'retry_mail'),
      mailId: String(mail.mailId),
      text: fill(words['mail_failed'] ?? '', {
        kind: words[`kind_${mail.kind}`] ?? mail.kind,
        recipient: mail.recipient,
        reason: closed(visit.said(mail.failure ?? '')),
      }),
      remedy: remedyOf(visit, mail),
      cause: causeOf(visit, mail.failureCause, `cause-mail-${mail.mailId}`),
    }));
}
