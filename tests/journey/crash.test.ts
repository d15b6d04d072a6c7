import { listLinksOfOrder } from '../../extension/payment_link/links';
import { DAY_MS } from '../../system/clock';
import { commentsOf, orderWithLink, statusOf } from '../support/customer';
import { enterOrder } from '../support/enter_order';
import { journalOf, mailFacts, payableThere, statesOf } from '../support/real_facts';
import { RealShop } from '../support/real_shop';
import { jobsLeft } from '../support/real_work';

/** Each test orders a death, lets it happen to the real process, starts another one and counts what came of it. */
let shop: RealShop;
beforeAll(async () => (shop = await RealShop.open()), 60_000);
afterAll(() => shop.close());

const [COMPLETED, CANCELLED, EXPIRED] = [2, 7, 14];

const count = (lines: readonly string[], words: string) => lines.filter((line) => line.includes(words)).length;
const payableOf = (orderId: number) =>
  payableThere(shop.sandbox, shop.now()).filter((reference) => reference.startsWith(`${orderId}-`));

/** Dies and lives again, works to the end; nothing is left over. */
async function afterTheCrash(): Promise<void> {
  await shop.diesAndStartsAgain();
  await shop.quiet();
  expect(await jobsLeft(shop)).toEqual([]);
}

/** What holds for an order with a link, wherever the process died. */
async function hasOneLink(orderId: number): Promise<void> {
  expect((await statesOf(shop.db, orderId)).filter((state) => state === 'active')).toHaveLength(1);
  expect(payableOf(orderId)).toHaveLength(1);
  expect(count(await commentsOf(shop, orderId), 'ayment link for €')).toBe(1);
}

describe('asking for a link', () => {
  test.each(['request.row_written', 'request.link_created', 'request.recorded'])('killed at %s', async (place) => {
    shop.armCrash(place);
    const orderId = await enterOrder(shop);
    await afterTheCrash();
    await hasOneLink(orderId);
    const { meant, taken } = await mailFacts(shop.db, shop.mails, orderId);
    expect(meant).toEqual(['order_alert', 'payment_link']);
    expect(taken['payment_link']).toBe(1);
  });

  test.each(['request.taken_over', 'request.recovered'])('killed at %s, after the answer was lost', async (place) => {
    shop.armCrash(place);
    shop.sandbox.control.fault({ operation: 'create', kind: 'reset_after', times: 1 });
    const orderId = await enterOrder(shop);
    await afterTheCrash();
    await hasOneLink(orderId);
    expect(await mailFacts(shop.db, shop.mails, orderId)).toMatchObject({ taken: { payment_link: 1 } });
  });
});

describe('handing a mail over', () => {
  test.each([
    ['mail.begun', 1, 1],
    ['mail.handed_over', 2, 1],
    ['mail.recorded', 1, 0],
  ])('killed at %s: taken %i times, marked %i times', async (place, taken, marked) => {
    const link = await orderWithLink(shop);
    const orderId = link.orderId ?? 0;
    await shop.quiet();
    shop.armCrash(place);
    await shop.post(`/admin/sale/order/history?order_id=${orderId}`, await historyLine(orderId, 'On its way'));
    await afterTheCrash();
    const facts = await mailFacts(shop.db, shop.mails, orderId);
    expect(facts.taken).toEqual({ order_alert: 1, payment_link: 1, order_update: taken });
    expect(facts.marked).toEqual(marked === 1 ? ['order_update'] : []);
    expect(count(await commentsOf(shop, orderId), 'On its way')).toBe(1);
  });
});

/** The form of the order page, filled in: a note that the customer is told of, unless a status moves the order. */
async function historyLine(orderId: number, comment: string, statusId?: number): Promise<Record<string, string>> {
  const { html } = await shop.get(`/admin/sale/order/info?order_id=${orderId}`);
  const form = /<form[^>]*sale\/order\/history[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
  const token = /name="form_token" value="([^"]+)"/.exec(form)?.[1] ?? '';
  return {
    ...{ order_id: String(orderId), form_token: token, comment },
    ...{ status_id: String(statusId ?? (await statusOf(shop, orderId))), ...(statusId ? {} : { notify: '1' }) },
  };
}

describe('settling a payment', () => {
  test.each(['settle.read', 'settle.applied', 'settle.recorded'])('killed at %s', async (place) => {
    const link = await orderWithLink(shop);
    const orderId = link.orderId ?? 0;
    await shop.quiet();
    shop.armCrash(place);
    shop.sandbox.control.act(link.reference, 'complete', { method: 'IDEAL' });
    await afterTheCrash();
    expect(await statusOf(shop, orderId)).toBe(COMPLETED);
    expect(count(await commentsOf(shop, orderId), 'Paid €')).toBe(1);
    expect(count(await journalOf(shop.db, orderId), 'link.paid')).toBe(1);
    const { taken } = await mailFacts(shop.db, shop.mails, orderId);
    expect(taken).toEqual({ order_alert: 1, payment_link: 1, paid: 1, shop_paid: 1 });
  });
});

describe('closing a link', () => {
  test.each(['close.marked', 'close.cancelled_there', 'close.recorded'])(
    'killed at %s, as the order is cancelled',
    async (place) => {
      const { orderId } = await orderWithLink(shop);
      await shop.quiet();
      shop.armCrash(place);
      const line = await historyLine(orderId ?? 0, '', CANCELLED);
      await shop.post(`/admin/sale/order/history?order_id=${orderId}`, line);
      await afterTheCrash();
      expect(await statesOf(shop.db, orderId ?? 0)).toEqual(['cancelled']);
      expect(payableOf(orderId ?? 0)).toEqual([]);
      expect(count(await commentsOf(shop, orderId ?? 0), 'The payment link was closed')).toBe(1);
    },
  );

  test.each(['close.marked', 'close.cancelled_there', 'close.recorded', 'request.link_created', 'request.recorded'])(
    'killed at %s, as an edited order gets another link',
    async (place) => {
      const { orderId } = await orderWithLink(shop);
      await shop.quiet();
      shop.armCrash(place);
      await enterOrder(shop, { order_id: String(orderId), 'lines[0][quantity]': '3', tell_customer: '1' });
      await afterTheCrash();
      const links = await listLinksOfOrder(shop.db, orderId ?? 0);
      expect(links.filter(({ state }) => state === 'active')).toHaveLength(1);
      expect(links.at(-1)?.amount.minor).toBeGreaterThan(links[0]?.amount.minor ?? 0);
      expect(payableOf(orderId ?? 0)).toEqual([links.at(-1)?.reference]);
      expect(count(await commentsOf(shop, orderId ?? 0), 'New payment link for')).toBe(1);
      const { taken } = await mailFacts(shop.db, shop.mails, orderId ?? 0);
      expect(taken).toMatchObject({ payment_link: 1, replaced: 1 });
    },
  );
});

describe('a month later', () => {
  test.each(['close.marked', 'close.cancelled_there', 'close.recorded'])(
    'killed at %s as links expire',
    async (place) => {
      const link = await orderWithLink(shop);
      await shop.quiet();
      await shop.program?.kill();
      shop.armCrash(place);
      await shop.start(31 * DAY_MS).catch(() => undefined);
      await afterTheCrash();
      expect(await statusOf(shop, link.orderId ?? 0)).toBe(EXPIRED);
      expect(count(await commentsOf(shop, link.orderId ?? 0), 'has expired')).toBe(1);
      expect(payableThere(shop.sandbox, shop.now())).toEqual([]);
    },
  );
});
