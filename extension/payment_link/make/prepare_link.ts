import type { Tx } from '../../../system/db/table';
import { transaction } from '../../../system/db/transaction';
import { money, type Money } from '../../../system/money';
import { rememberAccount } from '../gateways/accounts';
import type { PaymentLinks } from '../context';
import type { RequestJob } from '../jobs';
import { findStaffBehind, listJournalOfOrder, writeJournal } from '../journal/journal';
import { journalOf } from '../journal/link_journal';
import { mappedStatus } from '../gateways/gateway_settings';
import { flagLink } from '../journal/flag_link';
import { factsOf, orderGateway } from './link_facts';
import type { Link } from '../link/link_row';
import { insertAttempt } from './new_link';
import type { OrderGateway } from './order_gateway';
import { amountToCharge } from '../order/order_amount';
import type { Order } from '../order_book';
import { endedSince, openLinkOf, readOrderLinks, type OrderLinks } from '../order/order_links';
import { pastRefusal } from '../order/order_past';
import { decide, isPlain, mayCharge, type Decision, type LinkFacts } from './rule';

export interface Prepared {
  readonly link: Link;
  /** Written just now, by this job: the provider was never asked. */
  readonly isNew: boolean;
}

export interface Preparing {
  /** Leaves asking the provider to a job, which it puts, in the same transaction. */
  readonly later?: (tx: Tx, link: Link) => Promise<void>;
  /** When the job that asks was first due, UTC epoch ms. */
  readonly since?: number;
}

/**
 * Applies the rule and writes the next attempt; or answers the open attempt that is there. Null when no link is due:
 * the journal then has the reason, where a person would wonder.
 */
export async function prepareLink(
  context: PaymentLinks,
  order: Order,
  wish: RequestJob,
  how: Preparing = {},
): Promise<Prepared | null> {
  const purpose = wish.differenceMinor === undefined ? 'order' : 'difference';
  const known = await readOrderLinks(context.db, order.orderId);
  const open = openLinkOf(known, purpose);
  if (open) return { link: open, isNew: false };
  if (how.since !== undefined && endedSince(known, purpose, how.since)) return null;
  const gateway = await orderGateway(context, order);
  const past = wish.again === true ? null : await pastRefusal(context, order, gateway, known);
  const decision = ruleFor(factsOf(order, gateway, known, past), wish);
  if (decision.kind === 'none' || !gateway?.account) return refuse(context, order, decision, { gateway, known });
  const amount = amountOf(order, wish);
  const account = await rememberAccount(
    context.db,
    context.secrets,
    gateway.provider.code,
    gateway.account,
    context.clock.now(),
  );
  const { environment } = gateway.account;
  const actor = wish.actor ?? (await findStaffBehind(context.db, order.orderId)) ?? 'system';
  return transaction(context.db, async (tx) => {
    const latest = await readOrderLinks(tx, order.orderId);
    const now = context.clock.now();
    const attempt = { order, gateway, account, environment, purpose, amount, known: latest, actor, now, wish } as const;
    const faster = openLinkOf(latest, purpose);
    if (faster) return { link: faster, isNew: false };
    const link = await insertAttempt(tx, attempt, how.later ? 'no' : 'yes');
    const details = { reference: link.reference, minor: amount.minor, currency: amount.currency };
    await journalOf(context, tx, link, { event: 'link.requested', by: actor, details, at: now });
    await how.later?.(tx, link);
    return { link, isNew: true };
  });
}

function amountOf(order: Order, wish: RequestJob): Money {
  const whole = amountToCharge(order);
  return wish.differenceMinor === undefined ? whole : money(wish.differenceMinor, whole.currency);
}

/** A difference is asked although the order is paid: that is its sense. */
export function ruleFor(facts: LinkFacts, wish: RequestJob): Decision {
  if (wish.differenceMinor !== undefined) {
    return mayCharge({ ...facts, totalMinor: wish.differenceMinor, alreadyPaid: false, linkOpen: false });
  }
  if (wish.again !== true) return decide(facts);
  return facts.ownMethod ? mayCharge(facts) : { kind: 'none', reason: 'other_method' };
}

interface Around {
  readonly gateway: OrderGateway | null;
  readonly known: OrderLinks;
}

async function refuse(context: PaymentLinks, order: Order, decision: Decision, around: Around): Promise<null> {
  if (decision.kind !== 'none' || isPlain(decision.reason)) return null;
  if (await saidLast(context, order, decision.reason)) return null;
  const paid = decision.reason === 'already_paid' ? paidAndPutBack(order, around) : undefined;
  await transaction(context.db, async (tx) => {
    await writeJournal(tx, {
      orderId: order.orderId,
      storeId: order.storeId,
      event: 'link.not_requested',
      details: { reason: decision.reason, detail: decision.detail ?? null },
      actor: 'system',
      at: context.clock.now(),
    });
    if (paid) await flagLink(context, tx, paid, ['put_back']);
  });
  return null;
}

/**
 * The paid link of an order that stands in the status that asks, although payment moves orders on: somebody saved it
 * there who had opened it before the money came, as PHP's form does.
 */
function paidAndPutBack(order: Order, { gateway, known }: Around): Link | undefined {
  if (!gateway || order.statusId !== gateway.settings.requestStatusId) return undefined;
  const moved = mappedStatus(gateway.settings, 'paid', 'completed');
  if (moved === 0 || moved === order.statusId) return undefined;
  return known.links.findLast((link) => link.state === 'completed');
}

/** The sweep looks every few minutes: the same reason is noted once. */
async function saidLast(context: PaymentLinks, order: Order, reason: string): Promise<boolean> {
  const lines = await listJournalOfOrder(context.db, order.orderId, 20);
  const last = lines.find((line) => line.event === 'link.not_requested');
  return last?.details['reason'] === reason;
}
