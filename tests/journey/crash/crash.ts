import { countRunLinks } from '../../../extension/payment_link/bulk/run_links';
import type { BulkAct } from '../../../extension/payment_link/bulk/runs';
import { listLinksOfOrder } from '../../../extension/payment_link/link/links';
import { DEMO_KEYS } from '../../../extension/sandbox/multisafepay/sandbox';
import { DAY_MS } from '../../../system/clock';
import { bulkForm, ended, LINKS, runIdIn, tickedAs } from '../../support/bulk_press';
import { commentsOf, orderWithLink, statusOf } from '../../support/customer';
import { enterOrder } from '../../support/enter_order';
import { orderForm, orderPageText, pressOnOrder } from '../../support/order_page';
import { until } from '../../support/program';
import { journalOf, mailFacts, payableThere, refundedThere, statesOf } from '../../support/real_facts';
import { RealShop } from '../../support/real_shop';

const [COMPLETED, EXPIRED] = [2, 14];

const count = (lines: readonly string[], words: string) => lines.filter((line) => line.includes(words)).length;

/**
 * Each test orders a death, lets it happen to the real process, starts another one and counts what came of it.
 * `server`: of a MariaDB or MySQL database; null is SQLite.
 */
export function crashSuite(server: string | null): void {
  let shop: RealShop;
  beforeAll(async () => (shop = await RealShop.open(server)), 60_000);
  afterAll(() => shop?.close());

  const payableOf = (orderId: number) =>
    payableThere(shop.sandbox, shop.now()).filter((reference) => reference.startsWith(`${orderId}-`));

  /** Dies and lives again, works to the end; nothing is left over. */
  async function afterTheCrash(): Promise<void> {
    await shop.diesAndStartsAgain();
    await shop.quiet();
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

  test('killed at request.failed: failed once, told once', async () => {
    shop.keys.test = 'another-key-than-the-shop-has';
    shop.armCrash('request.failed');
    const orderId = await enterOrder(shop);
    await shop.diesAndStartsAgain();
    const facts = () => mailFacts(shop.db, shop.mails, orderId);
    await until(facts, ({ taken }) => taken['shop_needs_person'] === 1);
    expect(await statesOf(shop.db, orderId)).toEqual(['failed']);
    expect(count(await journalOf(shop.db, orderId), 'link.failed')).toBe(1);
    shop.keys.test = DEMO_KEYS.test;
    await pressOnOrder(shop, orderId, 'retry_link');
    await shop.quiet();
    await hasOneLink(orderId);
    expect((await facts()).taken).toEqual({ order_alert: 1, payment_link: 1, shop_needs_person: 1 });
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
      const line = { status_id: String(await statusOf(shop, orderId)), comment: 'On its way', notify: '1' };
      await pressOnOrder(shop, orderId, 'history', line);
      await afterTheCrash();
      const facts = await mailFacts(shop.db, shop.mails, orderId);
      expect(facts.taken).toEqual({ order_alert: 1, payment_link: 1, order_update: taken });
      expect(facts.marked).toEqual(marked === 1 ? ['order_update'] : []);
      expect(count(await commentsOf(shop, orderId), 'On its way')).toBe(1);
    });
  });

  describe('pressing a button', () => {
    /** What each press leaves in the journal, once. */
    const PRESSES = [
      ['resend_link', { recipient: 'else@customer.example', words: '' }, 'link.resent'],
      ['renew_link', { mail: '0' }, 'link.renewed'],
      ['cancel_link', {}, 'link.cancel_asked'],
    ] as const;
    const DEATHS = ['press.acted', 'press.recorded'] as const;
    const deaths = PRESSES.flatMap(([route, typed, event]) => DEATHS.map((place) => ({ route, typed, event, place })));

    test.each(deaths)('$route, killed at $place: the same form sent again, and it was done once', async (death) => {
      const { orderId } = await orderWithLink(shop);
      await shop.quiet();
      const form = await orderForm(shop, orderId ?? 0, death.route, death.typed);
      shop.armCrash(death.place);
      await form.press().catch(() => undefined);
      await shop.diesAndStartsAgain();
      const already = count(await journalOf(shop.db, orderId ?? 0), death.event);
      expect(already).toBe(death.place === 'press.acted' ? 0 : 1);
      await form.press();
      await form.press();
      await shop.quiet();
      expect(count(await journalOf(shop.db, orderId ?? 0), death.event)).toBe(1);
    });
  });

  describe('acting on many links', () => {
    const acts = (act: BulkAct, deaths: readonly string[]) => deaths.map((place) => ({ act, place }));
    test.each([
      ...acts('renew', ['press.acted', 'press.recorded', 'bulk.asking', 'bulk.asked', 'bulk.followed', 'bulk.ended']),
      ...acts('resend', ['bulk.asked', 'bulk.refused']),
    ])('$act, killed at $place: each link once', async ({ act, place }) => {
      const links = [await orderWithLink(shop), await orderWithLink(shop)];
      await shop.quiet();
      const ids = [...links.map(({ linkId }) => linkId), 987_654];
      const form = await bulkForm(shop, act, tickedAs(ids));
      shop.armCrash(place);
      await shop.post(`${LINKS}/bulk`, form).catch(() => undefined);
      await shop.diesAndStartsAgain();
      const { location } = await shop.post(`${LINKS}/bulk`, form);
      await ended(shop.db, runIdIn(location));
      await shop.quiet();
      expect(await countRunLinks(shop.db, runIdIn(location))).toMatchObject({ done: 2, refused: 1 });
      for (const orderId of links.map((link) => link.orderId ?? 0)) {
        expect(await statesOf(shop.db, orderId)).toEqual(act === 'renew' ? ['replaced', 'active'] : ['active']);
        expect(payableOf(orderId)).toHaveLength(1);
        const { meant } = await mailFacts(shop.db, shop.mails, orderId);
        expect(count(meant, 'payment_link')).toBe(2);
      }
    });
  });

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

  describe('refunding', () => {
    test.each([
      ['press.acted', 1],
      ['press.recorded', 1],
      ['refund.asking', 0],
      ['refund.made', 1],
      ['refund.recorded', 1],
    ])('killed at %s: the provider was asked %i times', async (place, times) => {
      const { orderId, reference } = await orderWithLink(shop);
      shop.sandbox.control.act(reference, 'complete', { method: 'IDEAL' });
      await shop.quiet();
      shop.armCrash(place);
      // The one who pressed sees the connection break, and presses the same form again when the shop is back.
      const form = await orderForm(shop, orderId ?? 0, 'refund', { amount: '5.00' });
      await form.press().catch(() => undefined);
      await shop.diesAndStartsAgain();
      await form.press();
      await shop.quiet();
      expect(refundedThere(shop.sandbox, reference)).toEqual(times === 1 ? [500] : []);
      expect(count(await journalOf(shop.db, orderId ?? 0), 'refund.asked')).toBe(1);
      if (times === 0) {
        expect(await orderPageText(shop, orderId ?? 0)).toContain('Please look there whether this refund exists');
        return;
      }
      const comments = await until(
        () => commentsOf(shop, orderId ?? 0),
        (lines) => count(lines, 'Refunded €5.00') > 0,
      );
      await shop.quiet();
      expect(count(comments, 'Refunded €5.00')).toBe(1);
      expect((await mailFacts(shop.db, shop.mails, orderId ?? 0)).taken).toMatchObject({ refunded: 1 });
    });
  });

  describe('closing a link', () => {
    test.each(['close.marked', 'close.cancelled_there', 'close.recorded'])(
      'killed at %s, as a person cancels it',
      async (place) => {
        const { orderId } = await orderWithLink(shop);
        await shop.quiet();
        shop.armCrash(place);
        await pressOnOrder(shop, orderId ?? 0, 'cancel_link');
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
}
