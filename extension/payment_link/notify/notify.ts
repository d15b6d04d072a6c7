import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../system/clock';
import type { Tx } from '../../../system/db/table';
import { retryingTransaction } from '../../../system/db/retry';
import { transaction } from '../../../system/db/transaction';
import { cutText } from '../../../system/plain_text';
import type { PaymentLinks } from '../context';
import { NotificationRejected, type NotificationHint, type RawNotification } from '../gateway';
import { gatewayOf, providerOf } from '../gateways/gateways';
import { putRefresh } from '../jobs';
import type { Link } from '../link/link_row';
import {
  countNotifications,
  countUnsigned,
  insertNotifications,
  type NewNotification,
  type NotificationOutcome,
} from './notifications';
import { findNotified } from './find_notified';
import { keepSigned } from './keep_signed';

/** A forger may fill this many rows per link and hour, no more. */
const REJECTED_KEPT_PER_HOUR = 5;
/** Bytes of a body that are kept. Real ones are below 10 kB. */
const BODY_KEPT = 64 * 1024;
/** Unsigned calls that come at the same moment share their read. */
const GATHER_MS = SECOND_MS;
/** An IPv6 address at its longest; proxies may name anything. */
const IP_LENGTH_MAX = 45;
/** Ours are 22 characters; anything else is no address here and costs no look into the database. */
const TOKEN = /^[\w-]{16,32}$/;

export type NotifyAnswer =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'rejected' }
  /** `body` is what the provider expects to hear. */
  | { readonly kind: 'accepted'; readonly body: string };

/**
 * Takes one notification for a link's notify token: verified with the key the link was made with, kept, and turned
 * into one waiting read. It is only a hint; nothing in it is believed. Throws only when our own storage fails.
 */
export async function acceptNotification(
  context: PaymentLinks,
  gateway: string,
  notifyToken: string,
  raw: RawNotification,
  ip: string | null,
): Promise<NotifyAnswer> {
  if (!TOKEN.test(notifyToken) || !context.providers.some(({ code }) => code === gateway)) return { kind: 'unknown' };
  const link = await findNotified(context, gateway, notifyToken);
  if (!link) return { kind: 'unknown' };
  const hint = await readHint(context, link, raw);
  if (hint === null || hint.reference !== link.reference) {
    await keepRejected(context, link, raw, ip);
    return { kind: 'rejected' };
  }
  await keepNotification(context, link, raw, ip, hint);
  return { kind: 'accepted', body: providerOf(context, gateway).acknowledgement };
}

/** Null when it is not the provider speaking, whatever the reason. */
async function readHint(context: PaymentLinks, link: Link, raw: RawNotification): Promise<NotificationHint | null> {
  const gateway = await gatewayOf(context, link);
  try {
    return gateway.readNotification(raw);
  } catch (failed) {
    if (!(failed instanceof NotificationRejected)) {
      context.log.warn({ err: failed, linkId: link.linkId }, 'a notification could not be read');
    }
    return null;
  }
}

/** Stores what was verified and puts the one read into the queue. */
export async function keepNotification(
  context: PaymentLinks,
  link: Link,
  raw: RawNotification,
  ip: string | null,
  hint: NotificationHint,
): Promise<void> {
  const outcome = hint.ignorable ? 'ignored' : 'accepted';
  const kept = row(link, raw, ip, outcome, hint);
  if (hint.signed) return keepSigned(context, kept);
  const now = context.clock.now();
  await retryingTransaction(context.db, async (tx) => {
    const again = await heardLately(tx, link, now);
    if (!again) await insertNotifications(tx, [kept]);
    if (outcome === 'accepted') await putRefresh(tx, link.linkId, now + (again ? MINUTE_MS : GATHER_MS), now);
  });
  context.wake();
}

/** Nobody signed a GET: it may cost one read a minute, however often it comes. */
async function heardLately(tx: Tx, link: Link, now: number): Promise<boolean> {
  if (now - (link.polledAt ?? 0) < MINUTE_MS) return true;
  return (await countUnsigned(tx, link.linkId, now - MINUTE_MS)) > 0;
}

async function keepRejected(context: PaymentLinks, link: Link, raw: RawNotification, ip: string | null): Promise<void> {
  const since = context.clock.now() - HOUR_MS;
  if ((await countNotifications(context.db, link.linkId, 'rejected', since)) >= REJECTED_KEPT_PER_HOUR) return;
  await transaction(context.db, (tx) => insertNotifications(tx, [row(link, raw, ip, 'rejected', null)]));
}

function row(
  link: Link,
  raw: RawNotification,
  ip: string | null,
  outcome: NotificationOutcome,
  hint: NotificationHint | null,
): NewNotification {
  return {
    link_id: link.linkId,
    gateway: link.gateway,
    reference: link.reference,
    method: raw.method,
    signed: hint?.signed === true ? 1 : 0,
    provider_status: hint?.providerStatus ? cutText(hint.providerStatus, 32) : null,
    outcome,
    body: raw.body.subarray(0, BODY_KEPT).toString('utf8'),
    ip: ip?.slice(0, IP_LENGTH_MAX) ?? null,
    received_at: raw.receivedAt,
  };
}
