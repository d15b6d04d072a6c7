import { MINUTE_MS } from '../../../../system/clock';
import { t, type Db } from '../../../../system/db/table';
import { transaction } from '../../../../system/db/transaction';
import { EventBus } from '../../../../system/event/bus';
import { RetryLater, type Job } from '../../../../system/outbox/job';
import type { JobRow } from '../../../../system/outbox/jobs';
import { listMailsOfOrder } from '../../../../extension/payment_link/mail/mails';
import { orderMailsListener, type OrderMails } from '../../../../extension/payment_link/mail/order_mails';
import { MAIL_JOB } from '../../../../extension/payment_link/mail/queue_mail';
import { freshDatabase } from '../../../support/database';
import { mailRoom, type TestMailRoom } from '../../../support/mail_room';

describe("the shop's own mails", () => {
  let db: Db;
  let destroy: () => Promise<void>;
  let now = 1_700_000_000_000;
  const clock = { now: () => now };
  const started = now;
  let room: TestMailRoom;
  let listener: ReturnType<typeof orderMailsListener>;
  let due: 'none' | 'waiting' | 'mailed';
  beforeEach(async () => {
    ({ db, destroy } = await freshDatabase());
    now = started;
    due = 'none';
    room = mailRoom(db, 1, clock);
    listener = orderMailsListener(deps());
  });
  afterEach(() => (room.close(), destroy()));

  const deps = (): OrderMails => ({
    db,
    clock,
    orders: room.room.orders,
    shops: room.room.shops,
    linkDue: () => Promise.resolve(due),
  });
  const tell = (kind: 'order' | 'update' | 'alert', historyId = 5) => {
    const job: Job = {
      id: 1,
      name: 'payment_link.order_mails',
      attempt: 1,
      createdAt: started,
      signal: AbortSignal.timeout(5000),
    };
    return listener.run({ orderId: 1042, kind, historyId, storeId: 0 } as never, job);
  };
  const mails = async () =>
    (await listMailsOfOrder(db, 1042)).map(({ kind, recipient }) => `${kind} ${recipient}`).reverse();

  test('the order mail gives a link half a second before it looks for it; the others are due at once', async () => {
    const bus = new EventBus([orderMailsListener(deps())], clock);
    await transaction(db, async (tx) => {
      for (const kind of ['order', 'update', 'alert'] as const)
        await bus.announce(tx, 'order.mail_due', { orderId: 1042, kind, historyId: 5, storeId: 0 });
    });
    const jobs = await db<JobRow>(t(db, 'payment_link_outbox')).orderBy('outbox_id');
    expect(jobs.map((job) => Number(job.run_at) - started)).toEqual([500, 0, 0]);
  });

  test('the order mail goes when no link is due', async () => {
    await tell('order');
    expect(await mails()).toEqual(['order zoe@customer.example']);
  });

  test('the order mail waits for a link and is not needed when the link was mailed', async () => {
    due = 'waiting';
    await expect(tell('order')).rejects.toThrow(RetryLater);
    due = 'mailed';
    await tell('order');
    expect(await mails()).toEqual([]);
  });

  test('after fifteen minutes the order mail goes without the link', async () => {
    due = 'waiting';
    now = started + 14.9 * MINUTE_MS;
    await expect(tell('order')).rejects.toThrow(RetryLater);
    now = started + 15 * MINUTE_MS;
    await tell('order');
    expect(await mails()).toEqual(['order zoe@customer.example']);
  });

  test('an alert goes to the store and to each further address, unless the shop wants none', async () => {
    await tell('alert');
    expect(await mails()).toEqual(['order_alert shop@shop.example', 'order_alert stock@shop.example']);
    room.shop = { ...room.shop, alertsOrders: false };
    await tell('alert', 6);
    expect(await mails()).toHaveLength(2);
  });

  test('of many that are due at once each is queued once, one that was queued before among them', async () => {
    await tell('alert', 8);
    await Promise.all([5, 6, 7, 8, 9].map((historyId) => tell('alert', historyId)));
    expect(await mails()).toHaveLength(10);
    const jobs = await db<JobRow>(t(db, 'payment_link_outbox')).where({ name: MAIL_JOB });
    const ids = (await listMailsOfOrder(db, 1042)).map(({ mailId }) => mailId);
    expect(jobs.map(({ payload }) => (JSON.parse(payload) as { mailId: number }).mailId).sort()).toEqual(ids.sort());
  });

  test('a repeated listener queues nothing twice, another history line does', async () => {
    await tell('update');
    await tell('update');
    expect(await mails()).toEqual(['order_update zoe@customer.example']);
    await tell('update', 6);
    expect(await mails()).toHaveLength(2);
  });

  test('an order without an address, or one that is gone, mails nobody', async () => {
    room.order = { ...room.order!, email: '' };
    await tell('order');
    room.order = null;
    await tell('update');
    expect(await mails()).toEqual([]);
  });
});
