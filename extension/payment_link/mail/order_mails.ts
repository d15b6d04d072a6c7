import type { Clock } from '../../../system/clock';
import { MINUTE_MS, SECOND_MS } from '../../../system/clock';
import type { Db } from '../../../system/db/table';
import { transaction } from '../../../system/db/transaction';
import { gather } from '../../../system/gather';
import type { AfterPayload } from '../../../system/event/events';
import { after, type AfterListener } from '../../../system/event/listen';
import { RetryLater, type Job } from '../../../system/outbox/job';
import type { MailKind, ShopDirectory } from '../mail_port';
import type { OrderBook } from '../order_book';
import { queueMail, queueMails, type NewMail } from './queue_mail';

export interface OrderMails {
  readonly db: Db;
  readonly clock: Clock;
  readonly orders: OrderBook;
  readonly shops: ShopDirectory;
  /**
   * Whether a payment link is on its way to the customer: `waiting` until it is made, `mailed` when its mail, which
   * has the order's details too, is queued.
   */
  readonly linkDue: (orderId: number) => Promise<'none' | 'waiting' | 'mailed'>;
}

type MailDue = AfterPayload<'order.mail_due'>;

/** The order mail waits this long for a link, then goes without it and the link follows. */
const WAIT_FOR_LINK_MS = 15 * MINUTE_MS;
/** Mails queued with one statement at most. */
const QUEUED_TOGETHER = 100;
/** By then a link that is due is mostly there, and its mail says all that the order mail would. */
const BEFORE_LOOKING_MS = SECOND_MS / 2;

/** The mails that OpenCart sends: to the customer for a new order and a notified change, to the shop as an alert. */
export function orderMailsListener(deps: OrderMails): AfterListener {
  const queued = gather<MailsOfOne>((wishes) => queueAll(deps, wishes), {
    weightMax: QUEUED_TOGETHER,
    weightOf: (mails) => mails.length,
  });
  return after(
    'order.mail_due',
    'payment_link.order_mails',
    (due, job) => queueOrderMail({ ...deps, queued }, due, job),
    ({ kind }) => (kind === 'order' ? BEFORE_LOOKING_MS : 0),
  );
}

/** What one event asks for. */
type MailsOfOne = readonly NewMail[];

interface QueueingRoom extends OrderMails {
  /** Queues mails; those that are due at the same moment share a commit. */
  readonly queued: (mails: MailsOfOne) => Promise<void>;
}

async function queueOrderMail(deps: QueueingRoom, due: MailDue, job: Job): Promise<void> {
  if (due.kind === 'alert') return alertShop(deps, due);
  const { orderId, kind, historyId } = due;
  if (kind === 'order' && (await linkMailsIt(deps, orderId, job))) return;
  const order = await deps.orders.findOrder(deps.db, orderId);
  if (!order) return;
  const mail = { kind: kind === 'order' ? 'order' : 'order_update', orderId, historyId } as const;
  return queue(deps, mail, [order.email], order.languageCode);
}

/** @throws RetryLater while a link is on its way */
async function linkMailsIt(deps: OrderMails, orderId: number, job: Job): Promise<boolean> {
  const due = await deps.linkDue(orderId);
  const age = deps.clock.now() - job.createdAt;
  if (due === 'waiting' && age < WAIT_FOR_LINK_MS) throw new RetryLater(pauseAt(age), 'waiting for the payment link');
  return due === 'mailed';
}

/** A second at first, later a quarter of the age: a link takes a second, an outage takes minutes. Ms. */
function pauseAt(age: number): number {
  return Math.min(MINUTE_MS, Math.max(SECOND_MS, Math.round(age / 4)));
}

/** The order itself is read when its mail is written. */
async function alertShop(deps: QueueingRoom, due: Extract<MailDue, { kind: 'alert' }>): Promise<void> {
  const shop = await deps.shops.identityOf(due.storeId);
  if (!shop.alertsOrders) return;
  const { orderId, historyId } = due;
  await queue(deps, { kind: 'order_alert', orderId, historyId }, [shop.email, ...shop.alertEmails], shop.language);
}

/** The listener may be repeated: each of its mails is queued once. */
async function queue(
  deps: QueueingRoom,
  mail: { readonly kind: MailKind; readonly orderId: number; readonly historyId: number },
  recipients: readonly string[],
  language: string,
): Promise<void> {
  const { kind, orderId, historyId } = mail;
  const mails = [...new Set(recipients)].map((recipient): NewMail => ({
    kind,
    orderId,
    linkId: null,
    recipient,
    language,
    note: { historyId },
    createdBy: 'system',
    now: deps.clock.now(),
    onceKey: `${kind} ${orderId} ${historyId} ${recipient}`,
  }));
  await deps.queued(mails);
}

/** Of several events none has been here before, mostly; where one has, `gather` comes back with each by itself. */
async function queueAll({ db }: OrderMails, wishes: readonly MailsOfOne[]): Promise<void> {
  await transaction(db, async (tx) => {
    if (wishes.length > 1) return queueMails(tx, wishes.flat());
    for (const mail of wishes.flat()) await queueMail(tx, mail);
  });
}
