import type { PaymentLinks } from '../../extension/payment_link/context';
import type { Link } from '../../extension/payment_link/link/link_row';
import { listLinksOfOrder } from '../../extension/payment_link/link/links';
import type { ShopIdentity } from '../../extension/payment_link/mail_port';
import { paymentLinkParts } from '../../extension/payment_link/manifest';
import type { Order } from '../../extension/payment_link/order_book';
import { MAIL_JOB } from '../../extension/payment_link/mail/queue_mail';
import { HOUR_MS } from '../../system/clock';
import { t, type Db } from '../../system/db/table';
import { transaction } from '../../system/db/transaction';
import { EventBus } from '../../system/event/bus';
import { createLog } from '../../system/log';
import type { JobRow } from '../../system/outbox/jobs';
import { Worker } from '../../system/outbox/worker';
import { freshDatabase } from './database';
import { FakeProvider } from './fake_gateway';
import { FakeOrderBook } from './fake_order_book';

/** Payment Request 20; completed 2, cancelled 7, expired 14, refunded 11, charged back 13. */
const GATEWAY_SETTINGS: Record<string, unknown> = {
  status: true,
  generate_payment_links_status: true,
  order_status_id_initialize_payment_request: 20,
  api_key: 'test-key-0123456789',
  days_active: 30,
  unit_lifetime_payment_link: 'days',
  second_chance: false,
  order_status_id_initialized: 0,
  order_status_id_completed: 2,
  order_status_id_uncleared: 0,
  order_status_id_declined: 0,
  order_status_id_cancelled: 7,
  order_status_id_expired: 14,
  order_status_id_refunded: 11,
  order_status_id_partial_refunded: 0,
  order_status_id_chargedback: 13,
};

const SHOP: ShopIdentity = {
  storeId: 0,
  name: 'Shop',
  address: '',
  email: 'shop@shop.example',
  telephone: '',
  url: 'https://shop.test/',
  timeZone: 'Europe/Amsterdam',
  language: 'en-gb',
  logo: null,
  pricesWithTax: true,
  alertsOrders: false,
  alertEmails: [],
  adminOrderUrl: '',
};

/** The payment links on a real database with a provider, a shop and a clock that tests can move. */
export async function linkWorld() {
  const { db, destroy } = await freshDatabase();
  const world = new LinkWorld(db, destroy);
  await world.book.create(db);
  return world;
}

export class LinkWorld {
  now = Date.UTC(2026, 0, 5, 11, 0, 0);
  readonly provider = new FakeProvider();
  readonly book = new FakeOrderBook();
  readonly settings: Record<string, unknown> = { ...GATEWAY_SETTINGS };
  readonly linkSettings: Record<string, unknown> = {};
  readonly context: PaymentLinks;
  readonly worker: Worker;
  readonly handlers;

  constructor(
    readonly db: Db,
    readonly destroy: () => Promise<void>,
  ) {
    const clock = { now: () => this.now };
    const log = createLog('silent');
    const bus: { current: EventBus | null } = { current: null };
    this.context = {
      db,
      clock,
      log,
      bus: { announce: (tx, event, payload) => bus.current!.announce(tx, event, payload) },
      orderBook: this.book,
      providers: [this.provider],
      settingsFor: async (_storeId, code) => (code === 'payment_link' ? this.linkSettings : this.settings),
      shops: { identityOf: async () => SHOP },
      publicUrl: 'https://pay.shop.test',
      wake: () => undefined,
      secrets: { encrypt: (plain) => `boxed:${plain}`, decrypt: (boxed) => boxed.slice('boxed:'.length) },
      shop: { system: 'OpenCart 4.1.0.3', version: '1.0.0' },
    };
    const parts = paymentLinkParts(this.context);
    bus.current = new EventBus(parts.listeners, clock);
    this.book.bus = bus.current;
    // Mails are looked at in their table; nobody sends them here.
    const noMail = { name: MAIL_JOB, run: async () => undefined };
    this.handlers = [...parts.jobs, ...bus.current.handlers(), noMail];
    this.worker = this.makeWorker(4);
  }

  makeWorker(parallel: number): Worker {
    const { db, clock, log } = this.context;
    return new Worker({ db, clock, log, parallel, handlers: this.handlers });
  }

  async addOrder(order: Partial<Order> = {}): Promise<number> {
    const orderId = await this.book.add(this.db, order);
    const statusId = order.statusId ?? 20;
    await transaction(this.db, (tx) =>
      this.context.bus.announce(tx, 'order.status_entered', { orderId, statusId, historyId: 0 }),
    );
    return orderId;
  }

  /** An order whose link is active. */
  async activeLink(order: Partial<Order> = {}): Promise<{ orderId: number; link: Link }> {
    const orderId = await this.addOrder(order);
    await this.drain();
    return { orderId, link: await this.link(orderId) };
  }

  async drain(): Promise<void> {
    await this.worker.drain();
  }

  /** Moves the clock in steps, so that jobs run when they are due and not all at the end. */
  async pass(ms: number, stepMs = HOUR_MS): Promise<void> {
    const end = this.now + ms;
    while (this.now < end) {
      this.now = Math.min(end, this.now + stepMs);
      await this.drain();
    }
  }

  /** The newest attempt. */
  async link(orderId: number): Promise<Link> {
    const link = (await this.links(orderId)).at(-1);
    if (!link) throw new Error(`order ${orderId} has no link`);
    return link;
  }

  async links(orderId: number): Promise<Link[]> {
    return listLinksOfOrder(this.db, orderId);
  }

  async status(orderId: number): Promise<number> {
    return (await this.book.findOrder(this.db, orderId))?.statusId ?? -1;
  }

  /** Comments, oldest first. */
  async history(orderId: number): Promise<string[]> {
    const lines = await this.book.listHistory(this.db, orderId, { limit: 100, offset: 0 });
    return lines.map((line) => line.comment).reverse();
  }

  /** Kinds and recipients of the mails queued for an order, oldest first. */
  async mails(orderId: number): Promise<string[]> {
    const rows = (await this.db(t(this.db, 'payment_link_mail')).where({ order_id: orderId }).orderBy('mail_id')) as {
      kind: string;
      recipient: string;
    }[];
    return rows.map((row) => `${row.kind} ${row.recipient}`);
  }

  async journal(orderId: number): Promise<string[]> {
    const rows = (await this.db(t(this.db, 'payment_link_journal'))
      .where({ order_id: orderId })
      .orderBy('journal_id')) as { event: string }[];
    return rows.map((row) => row.event);
  }

  async jobs(): Promise<JobRow[]> {
    return this.db<JobRow>(t(this.db, 'payment_link_outbox')).select('*');
  }
}
