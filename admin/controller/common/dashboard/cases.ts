import { listLinks } from '../../../../extension/payment_link/list/link_lists';
import type { Link } from '../../../../extension/payment_link/link/link_row';
import { listMailsInState, type StoredMail } from '../../../../extension/payment_link/mail/mails';
import { closed, fill, plural } from '../../../../system/language';
import { countListedJobs } from '../../../../system/outbox/job_lists';
import type { Admin } from '../../../admin';
import { linkHref } from '../../../link_href';
import type { CaseView } from '../../../view/common/dashboard';
import type { Visit } from '../../../visit';

/** Of each kind: more stand in their lists. */
const SHOWN = 5;
/** Nobody needs to know how many more. */
const JOBS_COUNTED_MAX = 1000;
const NEWEST = { sort: 'created_at', descending: true, limit: SHOWN, offset: 0 } as const;

/** What waits for a person, each with its remedy and the way to it. */
export async function casesPart(app: Admin, visit: Visit): Promise<CaseView[]> {
  const flagged = await listLinks(app.db, { flagged: true }, NEWEST);
  const failed = await listLinks(app.db, { states: ['failed'], flagged: false }, NEWEST);
  return [
    ...[...flagged, ...failed].map((link) => linkCase(visit, link)),
    ...(await mailCases(app, visit)),
    ...(await jobCases(app, visit)),
  ];
}

function linkCase(visit: Visit, link: Link): CaseView {
  const text = visit.texts('common/dashboard');
  const sentences = visit.texts('extension/payment_link');
  const flags = link.flags.map((flag) => sentences[`flag_${flag}`]).join(' ');
  return {
    title: link.orderId === null ? text.no_order : fill(text.order, { order: `#${link.orderId}` }),
    who: link.customer,
    reason: flags || visit.said(link.failure ?? ''),
    remedy: link.remedy === null ? null : visit.said(link.remedy),
    href: linkHref(visit, link),
    link: text.look,
    icon: link.state === 'failed' ? 'x-octagon' : 'person-exclamation',
  };
}

async function mailCases(app: Admin, visit: Visit): Promise<CaseView[]> {
  const text = visit.texts('common/dashboard');
  return (await listMailsInState(app.db, 'failed', SHOWN)).map((mail) => ({
    title: mail.orderId === null ? text.no_order : fill(text.order, { order: `#${mail.orderId}` }),
    who: '',
    reason: fill(text.mail_failed, { recipient: mail.recipient, failure: closed(visit.said(mail.failure ?? '')) }),
    remedy: mail.remedy === null ? null : visit.said(mail.remedy),
    href: mailHref(visit, mail),
    link: text.look,
    icon: 'envelope-x',
  }));
}

async function jobCases(app: Admin, visit: Visit): Promise<CaseView[]> {
  const text = visit.texts('common/dashboard');
  if (!visit.may('access', 'tool/job')) return [];
  const failed = await countListedJobs(app.db, 'failed', JOBS_COUNTED_MAX);
  if (failed === 0) return [];
  return [
    {
      title: plural(visit.locale, failed, text.jobs_failed),
      who: '',
      reason: '',
      remedy: text.jobs_remedy,
      href: visit.href('/admin/tool/job', { state: 'failed' }),
      link: text.jobs_look,
      icon: 'gear',
    },
  ];
}

/** A mail about neither an order nor a link is nobody's page. */
function mailHref(visit: Visit, { orderId, linkId }: StoredMail): string {
  if (orderId === null && linkId === null) return visit.href('/admin/sale/payment_link', { filter_need: 'person' });
  return linkHref(visit, { orderId, linkId: linkId ?? 0 });
}
