import { listLinksOfOrder } from '../../extension/payment_link/link/links';
import type { Link } from '../../extension/payment_link/link/link_row';
import { t } from '../../system/db/table';
import { agentFor, type Answered, type Form } from './agent';
import { enterOrder } from './enter_order';
import { until, type ProgramRoom } from './program';

/** A shop that is running, in this process or in one of its own. */
export type Shop = Pick<ProgramRoom, 'get' | 'post' | 'url' | 'db'>;

/** Enters an order and waits until its link can be paid. */
export async function orderWithLink(room: Shop, typed: Form = {}): Promise<Link> {
  return activeLink(room, await enterOrder(room, typed));
}

/** The newest attempt, once it can be paid. */
export async function activeLink(room: Shop, orderId: number, attempt = 1): Promise<Link> {
  const links = await until(
    () => listLinksOfOrder(room.db, orderId),
    (all) => all.some((link) => link.state === 'active' && link.attempt >= attempt),
  );
  const newest = links.at(-1);
  if (!newest) throw new Error('unreachable');
  return newest;
}

export async function newestLink(room: Shop, link: Link): Promise<Link> {
  return (await listLinksOfOrder(room.db, link.orderId ?? 0)).at(-1) ?? link;
}

/** A customer with the link in their hands, in a browser without script and without a log-in. */
export interface Customer {
  /** The pay page, or one below it: `/return`. */
  page(below?: string): Promise<Answered>;
  /** Presses Pay; answers where that leads. */
  pressPay(): Promise<string>;
  /** Goes to the provider's page, chooses a method and lets the bank answer; answers where that leads back to. */
  payThere(action: string, method?: string): Promise<string>;
  /** Any address, as a redirect named it. */
  follow(address: string): Promise<Answered>;
}

export function customerOf(room: Shop, link: Pick<Link, 'token'>): Customer {
  const home = `/pay/${link.token}`;
  const browser = agentFor(room.url);
  const pathOf = (address: string) => address.replace(/^https?:\/\/[^/]+/, '');
  const follow = (address: string) => browser.get(pathOf(address));
  const pressPay = async () => (await browser.post(home, {})).location;
  return {
    follow,
    pressPay,
    page: (below = '') => browser.get(`${home}${below}`),
    async payThere(action, method = 'IDEAL') {
      const payment = pathOf(await pressPay())
        .replace(/\?.*/, '')
        .replace(/\/$/, '');
      await browser.get(payment);
      const attempt = await browser.post(`${payment}/choose`, { method });
      return (await browser.post(pathOf(attempt.location), { action })).location;
    },
  };
}

export async function commentsOf(room: Shop, orderId: number): Promise<string[]> {
  const rows = (await room
    .db(t(room.db, 'order_history'))
    .where({ order_id: orderId })
    .orderBy('order_history_id')) as { comment: string }[];
  return rows.map(({ comment }) => comment);
}

export async function statusOf(room: Shop, orderId: number): Promise<number> {
  const row = (await room.db(t(room.db, 'order')).where({ order_id: orderId }).first()) as { order_status_id: number };
  return row.order_status_id;
}

/** Kinds of the mails about an order that were handed over, oldest first. */
export async function mailsOf(room: Shop, orderId: number): Promise<string[]> {
  const rows = (await room
    .db(t(room.db, 'payment_link_mail'))
    .where({ order_id: orderId, state: 'sent' })
    .orderBy('mail_id')) as { kind: string }[];
  return rows.map(({ kind }) => kind);
}

/** A lever of the provider's stand-in: what a bank or a person there does. Waits until the shop was told. */
export async function actThere(room: ProgramRoom, link: Pick<Link, 'reference'>, action: string): Promise<void> {
  const answer = await fetch(`${room.url}/sandbox/multisafepay/control`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ act: { order_id: link.reference, action }, idle: true }),
  });
  if (!answer.ok) throw new Error(`${action}: ${await answer.text()}`);
}
