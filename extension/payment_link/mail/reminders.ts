import { DateTime } from 'luxon';
import { HOUR_MS } from '../../../system/clock';
import { crashPoint } from '../../../system/crash_point';
import type { Tx } from '../../../system/db/table';
import { transaction } from '../../../system/db/transaction';
import { deleteJobsByKey, putJob, releaseKey } from '../../../system/outbox/jobs';
import type { Job } from '../../../system/outbox/job';
import { hasConsent } from './consents';
import type { PaymentLinks } from '../context';
import { settingsOf } from '../gateways/gateways';
import { JOBS, remindKey } from '../jobs';
import { journalOf } from '../journal/link_journal';
import type { Link } from '../link/link_row';
import type { ReminderSettings } from '../setting/link_settings';
import { countReminder, lockLink } from '../link/links';
import { listPayments } from '../settle/payments';
import { queueMail } from './queue_mail';

export interface ReminderPlan {
  readonly settings: ReminderSettings;
  /** The shop's IANA zone. */
  readonly zone: string;
  /** UTC epoch ms. */
  readonly now: number;
}

/** When the next reminder is due; null when none is. Pure; UTC epoch ms. */
export function nextReminderAt(
  link: Pick<Link, 'activatedAt' | 'expiresAt' | 'reminders'>,
  plan: ReminderPlan,
): number | null {
  const { activatedAt, expiresAt } = link;
  const { settings, zone, now } = plan;
  if (!settings.on || activatedAt === null || expiresAt === null || link.reminders >= settings.max) return null;
  const times = [
    ...settings.hoursAfter.map((hours) => activatedAt + hours * HOUR_MS),
    ...settings.hoursBefore.map((hours) => expiresAt - hours * HOUR_MS),
  ];
  const next = times.filter((at) => at > now && at > activatedAt).sort((a, b) => a - b)[0];
  if (next === undefined) return null;
  const awake = afterQuiet(next, zone, settings);
  return awake < expiresAt ? awake : null;
}

/** Moved to the end of the quiet hours when it falls into them. Quiet hours may span midnight. */
export function afterQuiet(at: number, zone: string, quiet: { quietFrom: number; quietTo: number }): number {
  const { quietFrom, quietTo } = quiet;
  if (quietFrom === quietTo) return at;
  const local = DateTime.fromMillis(at, { zone });
  const isQuiet =
    quietFrom < quietTo
      ? local.hour >= quietFrom && local.hour < quietTo
      : local.hour >= quietFrom || local.hour < quietTo;
  if (!isQuiet) return at;
  const end = local.set({ hour: quietTo, minute: 0, second: 0, millisecond: 0 });
  return (end <= local ? end.plus({ days: 1 }) : end).toMillis();
}

/** Puts the job of the next reminder in the place of the one that waits. */
async function planReminder(tx: Tx, link: Link, plan: ReminderPlan): Promise<void> {
  await deleteJobsByKey(tx, remindKey(link.linkId));
  await planFirstReminder(tx, link, plan);
}

/** For a link that had none. */
export async function planFirstReminder(tx: Tx, link: Link, plan: ReminderPlan): Promise<void> {
  const key = remindKey(link.linkId);
  const at = nextReminderAt(link, plan);
  if (at === null || link.orderId === null || !(await hasConsent(tx, link.orderId))) return;
  const payload: ReminderJob = { linkId: link.linkId, number: link.reminders + 1 };
  await putJob(tx, { name: JOBS.remind, payload, runAt: at, now: plan.now, uniqueKey: key });
}

export interface ReminderJob {
  readonly linkId: number;
  /** Of the link's reminders, from one; absent in jobs of earlier versions. */
  readonly number?: number;
}

/**
 * The job `payment_link.remind`: one reminder, if it still makes sense, and the plan of the next. Begun again after it
 * was done (its process died before it could say so) it does nothing.
 */
export async function remind(context: PaymentLinks, { linkId, number }: ReminderJob, job: Job): Promise<void> {
  await releaseKey(context.db, job.id);
  const found = await transaction(context.db, (tx) => lockLink(tx, linkId));
  if (!found) return;
  const { links: settings } = await settingsOf(context, found);
  const zone = (await context.shops.identityOf(found.storeId)).timeZone;
  const now = context.clock.now();
  await transaction(context.db, async (tx) => {
    const link = await lockLink(tx, linkId);
    if (!link || (number !== undefined && number !== link.reminders + 1)) return;
    if (!(await wanted(tx, link, settings.reminders))) return;
    await queueMail(tx, {
      kind: 'reminder',
      orderId: link.orderId,
      linkId,
      recipient: link.email,
      language: link.snapshot.language,
      note: {},
      createdBy: 'system',
      now,
      onceKey: `reminder ${linkId} ${link.reminders + 1}`,
    });
    await countReminder(tx, linkId);
    await journalOf(context, tx, link, {
      event: 'link.reminded',
      by: 'system',
      details: { number: link.reminders + 1 },
    });
    await planReminder(tx, { ...link, reminders: link.reminders + 1 }, { settings: settings.reminders, zone, now });
  });
  crashPoint('reminder.queued');
}

/** Still payable, nothing on its way, not too often, and with the customer's consent. */
async function wanted(tx: Tx, link: Link, settings: ReminderSettings): Promise<boolean> {
  if (!settings.on || link.reminders >= settings.max || link.orderId === null) return false;
  if (link.state !== 'active' && link.state !== 'declined') return false;
  const payments = await listPayments(tx, link.linkId);
  if (payments.some((payment) => payment.state !== 'failed')) return false;
  return hasConsent(tx, link.orderId);
}
