import { HOUR_MS, MINUTE_MS } from '../../system/clock';
import { transaction } from '../../system/db/transaction';
import type { PaymentLinks } from './context';
import { NotificationRejected, type NotificationHint, type RawNotification } from './gateway';
import { gatewayOf, providerOf } from './gateways';
import { putRefresh } from './jobs';
import type { Link } from './link_row';
import { findByNotifyToken } from './links';
import { countNotifications, insertNotification, type NotificationOutcome } from './notifications';

/** A forger may fill this many rows per link and hour, no more. */
const REJECTED_KEPT_PER_HOUR = 5;
/** Bytes of a body that are kept. Real ones are below 10 kB. */
const BODY_KEPT = 64 * 1024;

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
  const link = await findByNotifyToken(context.db, gateway, notifyToken);
  if (!link) return { kind: 'unknown' };
  const hint = await readHint(context, link, raw);
  if (hint === null || hint.reference !== link.reference) {
    await keepRejected(context, link, raw, ip);
    return { kind: 'rejected' };
  }
  await keep(context, link, raw, ip, hint);
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

async function keep(
  context: PaymentLinks,
  link: Link,
  raw: RawNotification,
  ip: string | null,
  hint: NotificationHint,
): Promise<void> {
  await transaction(context.db, async (tx) => {
    const outcome = hint.ignorable ? 'ignored' : 'accepted';
    if (hint.signed || outcome === 'ignored' || !(await readLately(context, link))) {
      await insertNotification(tx, row(link, raw, ip, outcome, hint));
    }
    if (outcome === 'ignored') return;
    // Nobody signed a GET: it may cost one read a minute, however often it comes.
    const now = context.clock.now();
    const runAt = hint.signed ? now : Math.max(now, (link.polledAt ?? 0) + MINUTE_MS);
    await putRefresh(tx, link.linkId, runAt, now);
  });
  context.wake();
}

async function readLately(context: PaymentLinks, link: Link): Promise<boolean> {
  return context.clock.now() - (link.polledAt ?? 0) < MINUTE_MS;
}

async function keepRejected(context: PaymentLinks, link: Link, raw: RawNotification, ip: string | null): Promise<void> {
  const since = context.clock.now() - HOUR_MS;
  if ((await countNotifications(context.db, link.linkId, 'rejected', since)) >= REJECTED_KEPT_PER_HOUR) return;
  await transaction(context.db, (tx) => insertNotification(tx, row(link, raw, ip, 'rejected', null)));
}

function row(
  link: Link,
  raw: RawNotification,
  ip: string | null,
  outcome: NotificationOutcome,
  hint: NotificationHint | null,
) {
  return {
    link_id: link.linkId,
    gateway: link.gateway,
    reference: link.reference,
    method: raw.method,
    signed: hint?.signed === true ? 1 : 0,
    provider_status: hint?.providerStatus?.slice(0, 32) ?? null,
    outcome,
    body: raw.body.subarray(0, BODY_KEPT).toString('utf8'),
    ip,
    received_at: raw.receivedAt,
  };
}
