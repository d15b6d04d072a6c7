import { after, type Listener } from '../../system/event/listen';
import type { Db } from '../../system/db/table';
import type { Job, JobHandler } from '../../system/outbox/job';
import { releaseKey } from '../../system/outbox/jobs';
import { recurring } from '../../system/outbox/recurring';
import { runRound } from './bulk/run_round';
import { closeJob, expireJob } from './settle/close_link';
import type { PaymentLinks } from './context';
import { followOrder, tellReplaced, type TellJob } from './order/follow_order';
import { JOBS, WHEN_STATUS_ENTERED, type CloseJob, type FreeRequestJob, type RequestJob } from './jobs';
import { makeOlderRound } from './sweep/make_older';
import type { OlderPlace } from './sweep/older_run';
import { closeWhenDeleted, whenStatusEntered } from './order/order_listeners';
import { POLL_EVERY_MS, pollRound } from './settle/poll';
import { refreshJob } from './settle/refresh_link';
import { refundJob } from './refund/refund_job';
import { remind, type ReminderJob } from './mail/reminders';
import { requestFreeLink, requestLink } from './make/request_link';
import { putRound } from './sweep/put_round';
import { SWEEP_EVERY_MS, sweepRound } from './sweep/sweep';
import { tellShop } from './mail/tell_shop';

/** Everything that payment links listen to and do by themselves. Names are stored with jobs: never rename. */
export function paymentLinkParts(context: PaymentLinks): { listeners: Listener[]; jobs: JobHandler[] } {
  return { listeners: listeners(context), jobs: [...jobs(context), ...rounds(context)] };
}

function listeners(context: PaymentLinks): Listener[] {
  return [
    after('order.status_entered', WHEN_STATUS_ENTERED, (fact, job) => whenStatusEntered(context, fact, job)),
    after('order.edited', 'payment_link.follow_when_edited', (fact) => followOrder(context, fact)),
    after('order.deleted', 'payment_link.close_when_deleted', (fact) => closeWhenDeleted(context, fact)),
    after('payment_link.needs_person', 'payment_link.tell_shop', (fact) => tellShop(context, fact)),
  ];
}

function jobs(context: PaymentLinks): JobHandler[] {
  return [
    handler(JOBS.request, async (payload: RequestJob, job) => {
      await releaseKey(context.db, job.id);
      return requestLink(context, payload, job);
    }),
    handler(JOBS.requestFree, (payload: FreeRequestJob, job) => requestFreeLink(context, payload, job)),
    handler(JOBS.refresh, (payload: { linkId: number }, job) => refreshJob(context, payload, job)),
    handler(JOBS.expire, (payload: { linkId: number }, job) => expireJob(context, payload, job)),
    handler(JOBS.close, (payload: CloseJob, job) => closeJob(context, payload, job)),
    handler(JOBS.follow, (payload: Parameters<typeof followOrder>[1]) => followOrder(context, payload)),
    handler(JOBS.tellReplaced, (payload: TellJob, job) => tellReplaced(context, payload, job)),
    handler(JOBS.remind, (payload: ReminderJob, job) => remind(context, payload, job)),
    handler(JOBS.older, (payload: OlderPlace) => makeOlderRound(context, payload)),
    handler(JOBS.bulk, (payload: { runId: number }) => runRound(context, payload)),
    handler(JOBS.refund, (payload: { refundId: number }, job) => refundJob(context, payload, job)),
  ];
}

function rounds(context: PaymentLinks): JobHandler[] {
  return [
    recurring(JOBS.poll, POLL_EVERY_MS, context.log, () => pollRound(context)),
    recurring(JOBS.sweep, SWEEP_EVERY_MS, context.log, () => sweepRound(context)),
  ];
}

/** Puts the jobs that come back for ever; to be called at every start. */
export async function startRounds(db: Db, now: number): Promise<void> {
  for (const name of [JOBS.poll, JOBS.sweep]) await putRound(db, { name, payload: {} }, now);
}

/** Payloads are what `putJob` was given under that name. */
function handler<Payload>(name: string, run: (payload: Payload, job: Job) => Promise<void>): JobHandler {
  return { name, run: (payload, job) => run(payload as Payload, job) };
}
