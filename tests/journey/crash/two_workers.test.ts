import { t } from '../../../system/db/table';
import { authHeader } from '../../../extension/sandbox/multisafepay/sign';
import { DEMO_KEYS } from '../../../extension/sandbox/multisafepay/sandbox';
import { until } from '../../support/program';
import { commentsOf, statusOf } from '../../support/customer';
import { filledForm, saveOrder } from '../../support/enter_order';
import { journalOf, mailFacts, payableThere, statesOf } from '../../support/real_facts';
import { realFleet, type RealFleet } from '../../support/real_fleet';
import { onServer } from '../../support/require';
import { quiet } from '../../support/real_work';

const ORDERS = 60;
const PIECES = 2;
const COMPLETED = 2;

onServer('two web processes and two workers on one database', (server) => {
  let fleet: RealFleet;
  beforeAll(async () => (fleet = await realFleet(server)), 90_000);
  afterAll(() => fleet?.close(), 30_000);

  let orderIds: number[] = [];
  let productId = 0;

  test(`${ORDERS} orders saved side by side, Save pressed twice: each is one order, one link, one mail`, async () => {
    const { db } = fleet;
    const sample = await filledForm(fleet.desks[0] as RealFleet['desks'][number]);
    productId = Number(sample['lines[0][product_id]']);
    await db(t(db, 'product')).where({ product_id: productId }).update({ quantity: 1000 });
    orderIds = await inParallel(ORDERS, 8, (index) => pressSaveTwice(index));
    await quiet(fleet, 60_000);

    expect(new Set(orderIds).size).toBe(ORDERS);
    expect(await stock()).toBe(1000 - ORDERS * PIECES);
    expect(fleet.sandbox.control.counts()['create']).toBe(ORDERS);
    expect(payableThere(fleet.sandbox).sort()).toEqual(orderIds.map((id) => `${id}-1`).sort());
    for (const orderId of orderIds) {
      expect(await statesOf(db, orderId)).toEqual(['active']);
      expect(lines(await commentsOf(deskOf(orderId), orderId), 'Payment link for')).toBe(1);
      expect((await mailFacts(db, fleet.mails, orderId)).taken).toEqual({ order_alert: 1, payment_link: 1 });
    }
  }, 120_000);

  test('every notification sent five times at once to both: each order is paid once', async () => {
    const { db, sandbox } = fleet;
    await inParallel(ORDERS, 8, async (index) => {
      const orderId = orderIds[index] ?? 0;
      sandbox.control.act(`${orderId}-1`, 'complete', { method: 'IDEAL' });
      expect(await notifyFiveTimes(`${orderId}-1`)).toEqual([200, 200, 200, 200, 200]);
    });
    await quiet(fleet, 60_000);

    expect(await stock()).toBe(1000 - ORDERS * PIECES);
    for (const orderId of orderIds) {
      expect(await statusOf(deskOf(orderId), orderId)).toBe(COMPLETED);
      expect(lines(await commentsOf(deskOf(orderId), orderId), 'Paid €')).toBe(1);
      expect(lines(await journalOf(db, orderId), 'link.paid')).toBe(1);
      expect((await mailFacts(db, fleet.mails, orderId)).taken).toMatchObject({ paid: 1, shop_paid: 1 });
    }
  }, 120_000);

  test('both workers lose their power in the middle and two others come: the same', async () => {
    const { db, sandbox } = fleet;
    sandbox.control.forget();
    sandbox.control.fault({ operation: 'create', kind: 'latency', latencyMs: 150 });
    const saving = inParallel(20, 8, (index) => pressSaveTwice(index));
    await until(
      async () => sandbox.control.counts()['create'] ?? 0,
      (asked) => asked >= 6,
    );
    await fleet.replaceWorkers();
    const ids = await saving;
    sandbox.control.clear();
    await quiet(fleet, 60_000);

    for (const orderId of ids) {
      expect((await statesOf(db, orderId)).filter((state) => state === 'active')).toHaveLength(1);
      expect(payableThere(sandbox, fleet.now()).filter((id) => id.startsWith(`${orderId}-`))).toHaveLength(1);
      expect(lines(await commentsOf(deskOf(orderId), orderId), 'ayment link for €')).toBe(1);
      const { taken, marked } = await mailFacts(db, fleet.mails, orderId);
      expect(Object.keys(taken)).toEqual(['order_alert', 'payment_link']);
      for (const [kind, times] of Object.entries(taken)) {
        expect(times === 1 || (times === 2 && marked.includes(kind))).toBe(true);
      }
    }
  }, 120_000);

  const deskOf = (number: number) => fleet.desks[number % 2] as RealFleet['desks'][number];

  async function pressSaveTwice(index: number): Promise<number> {
    const desk = deskOf(index);
    const form = await filledForm(desk, { 'lines[0][quantity]': String(PIECES) });
    const [first = 0, second = 0] = await Promise.all([saveOrder(desk, form), saveOrder(desk, form)]);
    expect(second).toBe(first);
    return first;
  }

  /** As the provider would, but to both addresses. Answers the statuses. */
  async function notifyFiveTimes(reference: string): Promise<number[]> {
    const [news] = fleet.sandbox.control.notifications(reference);
    if (!news) throw new Error(`nothing was told about ${reference}`);
    const timestamp = Math.floor(Date.now() / 1000);
    const headers = { 'Content-Type': 'application/json', Auth: authHeader(DEMO_KEYS.test, timestamp, news.body) };
    const path = new URL(news.url).pathname;
    const answers = Array.from({ length: 5 }, (_, index) =>
      fetch(`${deskOf(index).url}${path}?transactionid=${reference}&timestamp=${timestamp}`, {
        ...{ method: 'POST', headers, body: news.body },
      }),
    );
    return (await Promise.all(answers)).map(({ status }) => status);
  }

  async function stock(): Promise<number> {
    const { db } = fleet;
    const row = (await db(t(db, 'product')).where({ product_id: productId }).first('quantity')) as { quantity: number };
    return row.quantity;
  }
});

const lines = (all: readonly string[], words: string) => all.filter((line) => line.includes(words)).length;

/** Runs `work` for 0 … count - 1, `atOnce` at a time; answers in that order. */
async function inParallel<T>(count: number, atOnce: number, work: (index: number) => Promise<T>): Promise<T[]> {
  const answers: T[] = [];
  let next = 0;
  const lane = async () => {
    for (let index = next++; index < count; index = next++) answers[index] = await work(index);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return answers;
}
