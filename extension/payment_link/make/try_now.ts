import type { Db } from '../../../system/db/table';
import { hastenJobs, listOpenJobs, nextRunOf, type OpenJob } from '../../../system/outbox/open_jobs';
import type { PaymentLinks } from '../context';
import { againOf, JOBS, putRequest, WHEN_STATUS_ENTERED } from '../jobs';
import { journalOf } from '../journal/link_journal';
import { onPress, type Person } from '../journal/person';
import type { Link } from '../link/link_row';
import { findLink, listAttempts } from '../link/links';
import { linkNotFound } from '../person/person_errors';

/** The provider did not answer, and the link waits for its next turn. */
export function waitsForRetry({ state, failure }: Pick<Link, 'state' | 'failure'>): boolean {
  return state === 'requested' && failure !== null;
}

/** When the provider is asked again, UTC epoch ms; null while it is being asked, or when nobody would. */
export async function nextTryOf(db: Db, link: Link): Promise<number | null> {
  return nextRunOf(await makingJobs(db, link));
}

/**
 * A person's "Try now" of a link whose provider is down: the job that waits for its next turn is due at once, or a new
 * one where there is none. False when the link does not wait for that (any more).
 * @throws AppError `link_not_found`, `pressed_before`
 */
export async function tryLinkNow(context: PaymentLinks, linkId: number, person: Person): Promise<boolean> {
  return onPress(context, person, async (tx, now) => {
    const link = await findLink(tx, linkId);
    if (!link) throw linkNotFound();
    if (!waitsForRetry(link)) return false;
    const jobs = await makingJobs(tx, link);
    if (jobs.length === 0) await putRequest(tx, { ...againOf(link), actor: person.name }, now);
    else if (!(await hastenJobs(tx, jobs, now))) return false;
    await journalOf(context, tx, link, { event: 'link.hurried', by: person });
    return true;
  });
}

/** An order's links are made by jobs about the order, a link without one by a job about one of its attempts. */
async function makingJobs(db: Db, { orderId, token, purpose }: Link): Promise<OpenJob[]> {
  if (orderId === null) {
    const attempts = await listAttempts(db, token);
    return listOpenJobs(db, [JOBS.requestFree], { name: 'linkId', ids: attempts.map(({ linkId }) => linkId) });
  }
  const jobs = await listOpenJobs(db, [JOBS.request, WHEN_STATUS_ENTERED], { name: 'orderId', ids: [orderId] });
  return jobs.filter(({ payload }) => 'differenceMinor' in payload === (purpose === 'difference'));
}
