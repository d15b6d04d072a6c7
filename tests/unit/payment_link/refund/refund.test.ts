import { askRefund, type RefundWish } from '../../../../extension/payment_link/refund/refund';
import { refundJob, resolveRefund } from '../../../../extension/payment_link/refund/refund_job';
import { JOBS } from '../../../../extension/payment_link/jobs';
import { listPayments } from '../../../../extension/payment_link/settle/payments';
import { listRefunds } from '../../../../extension/payment_link/refund/refunds';
import { pollRound } from '../../../../extension/payment_link/settle/poll';
import { refreshLink } from '../../../../extension/payment_link/settle/refresh_link';
import type { Link } from '../../../../extension/payment_link/link/link_row';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../../system/clock';
import { t } from '../../../../system/db/table';
import { money } from '../../../../system/money';
import { linkWorld, type LinkWorld } from '../../../support/link_world';

const person = { name: 'admin', ip: '127.0.0.1' };

describe('refunds', () => {
  let world: LinkWorld;
  let link: Link;
  let orderId: number;
  let paymentId: number;
  beforeEach(async () => {
    world = await linkWorld();
    ({ orderId, link } = await world.activeLink());
    world.provider.pay(link.reference, 't1');
    await read();
    await world.drain();
    paymentId = (await listPayments(world.db, link.linkId))[0]?.paymentId ?? 0;
  });
  afterEach(() => world.destroy());

  const read = () => refreshLink(world.context, link.linkId, new AbortController().signal);
  const ask = (minor: number, pressKey: string, more: Partial<RefundWish> = {}) =>
    askRefund(
      world.context,
      { paymentId, amount: money(minor, 'EUR'), lines: [], reason: 'returned', pressKey, ...more },
      person,
    );
  const notes = async (kind: string) => {
    const mails = (await world.db(t(world.db, 'payment_link_mail')).where({ kind })) as { note: string }[];
    return mails.map(({ note }) => JSON.parse(note) as unknown);
  };
  const refunds = () => listRefunds(world.db, link.linkId);

  test('one that the provider carries out without our being told is found by itself, however old the payment', async () => {
    const days = async (count: number) => {
      for (let day = 0; day < count; day++) {
        await world.pass(DAY_MS, DAY_MS);
        await pollRound(world.context);
        await world.pass(MINUTE_MS, MINUTE_MS);
      }
    };
    await days(20);
    await ask(2500, 'late');
    await world.drain();
    await days(2);
    expect(await refunds()).toMatchObject([{ state: 'pending' }]);
    world.provider.clearRefunds(link.reference);
    await days(2);
    expect(await refunds()).toMatchObject([{ state: 'done' }]);
  });

  test('a part, pending until the provider confirms, then told and moved as mapped', async () => {
    world.settings['order_status_id_partial_refunded'] = 12;
    await ask(2500, 'press-1');
    await world.drain();
    expect(await refunds()).toMatchObject([{ state: 'pending', providerId: 'r1', createdBy: 'admin' }]);
    expect(await world.status(orderId)).toBe(2);
    world.provider.clearRefunds(link.reference);
    await read();
    expect(await refunds()).toMatchObject([{ state: 'done' }]);
    expect(await world.status(orderId)).toBe(12);
    expect((await world.mails(orderId)).at(-1)).toBe('refunded ada@example.com');
  });

  test('one press is one refund, however often it arrives', async () => {
    const ids = await Promise.all([ask(2500, 'press-1'), ask(2500, 'press-1'), ask(2500, 'press-1')]);
    await world.drain();
    expect(new Set(ids).size).toBe(1);
    expect(world.provider.count('refund')).toBe(1);
  });

  test('never more than was paid, those under way counted', async () => {
    await ask(6000, 'press-1');
    await expect(ask(4001, 'press-2')).rejects.toMatchObject({ code: 'refund_too_much' });
    await ask(4000, 'press-3');
    await expect(ask(1, 'press-4')).rejects.toMatchObject({ code: 'refund_too_much' });
    await expect(ask(0, 'press-5')).rejects.toMatchObject({ code: 'refund_nothing' });
  });

  test('whole units only where nobody pays in less, whoever asks', async () => {
    await expect(ask(150_050, 'press-1', { amount: money(150_050, 'IDR') })).rejects.toMatchObject({
      code: 'refund_not_whole',
    });
    expect(await refunds()).toEqual([]);
  });

  test('what was given back at the provider itself counts too, and is listed', async () => {
    const { amount } = world.provider.order(link.reference).request;
    world.provider.pay(link.reference, 't1', { status: 'partially_refunded', refunded: money(4000, amount.currency) });
    await read();
    await expect(ask(6001, 'press-1')).rejects.toMatchObject({
      message: 'At most €60.00 can be refunded of this payment.',
    });
    const there = { id: 'r9', reference: null, amount: money(4000, 'EUR'), status: 'done' as const };
    world.provider.order(link.reference).refunds = [there];
    await read();
    expect(await refunds()).toMatchObject([{ providerId: 'r9', state: 'done', createdBy: 'provider' }]);
    await ask(6000, 'press-2');
  });

  test('is asked by one of two jobs that have it at once', async () => {
    const refundId = await ask(2500, 'press-1');
    const { signal } = new AbortController();
    const job = { id: 0, name: JOBS.refund, attempt: 1, createdAt: world.now, signal };
    await Promise.all([refundJob(world.context, { refundId }, job), refundJob(world.context, { refundId }, job)]);
    expect(world.provider.count('refund')).toBe(1);
  });

  test('the same amount again waits five minutes', async () => {
    await ask(1000, 'press-1');
    await ask(1000, 'press-2');
    await world.drain();
    expect(world.provider.count('refund')).toBe(1);
    await world.pass(6 * MINUTE_MS, MINUTE_MS);
    expect(world.provider.count('refund')).toBe(2);
  });

  test('a refusal is kept with its reason and gives the amount free again', async () => {
    world.provider.faults = ['refused'];
    await ask(10000, 'press-1');
    await world.drain();
    expect(await refunds()).toMatchObject([{ state: 'failed', failure: 'Invalid amount\nCheck it.' }]);
    expect((await world.mails(orderId)).at(-1)).toBe('shop_needs_person shop@shop.example');
    expect(await notes('shop_needs_person')).toMatchObject([
      { reason: 'The refund of €100.00 was refused.', remedy: expect.stringMatching(/\S/) as string },
    ]);
    await ask(10000, 'press-2');
    await world.drain();
    expect((await refunds()).at(-1)).toMatchObject({ state: 'pending' });
  });

  test('a provider that is down is asked again', async () => {
    world.provider.faults = ['down', 'down'];
    await ask(2500, 'press-1');
    await world.pass(2 * MINUTE_MS, 1000);
    expect(await refunds()).toMatchObject([{ state: 'pending' }]);
    expect(world.provider.order(link.reference).refunds).toHaveLength(1);
  });

  test('a lost answer is read back: found, it is not repeated', async () => {
    world.provider.faults = ['lost_after'];
    await ask(2500, 'press-1');
    await world.pass(HOUR_MS, MINUTE_MS);
    expect(await refunds()).toMatchObject([{ state: 'pending', providerId: 'r1' }]);
    expect(world.provider.count('refund')).toBe(1);
  });

  test('a lost answer that reading cannot explain waits for a person and is never repeated', async () => {
    world.provider.faults = ['lost_before'];
    const refundId = await ask(2500, 'press-1');
    await world.pass(5 * HOUR_MS, 10 * MINUTE_MS);
    expect(await refunds()).toMatchObject([{ state: 'unknown' }]);
    expect(world.provider.count('refund')).toBe(1);
    expect(await world.link(orderId)).toMatchObject({ flags: ['refund_unknown'], flagged: true });
    await expect(ask(8000, 'press-2')).rejects.toMatchObject({ code: 'refund_too_much' });
    expect(await resolveRefund(world.context, refundId, false, person)).toBe(true);
    expect(await resolveRefund(world.context, refundId, true, person)).toBe(false);
    expect(await world.link(orderId)).toMatchObject({ flagged: false });
    await ask(8000, 'press-3');
  });

  test('a lost answer is not explained by another refund of the same amount', async () => {
    await ask(2500, 'press-1');
    await world.drain();
    await world.pass(6 * MINUTE_MS, MINUTE_MS);
    world.provider.faults = ['lost_before'];
    await ask(2500, 'press-2');
    // The provider does not say whose refund it has.
    const { refunds: held } = world.provider.order(link.reference);
    world.provider.order(link.reference).refunds = held.map((refund) => ({ ...refund, reference: null }));
    await world.pass(HOUR_MS, 10 * MINUTE_MS);
    expect((await refunds()).map(({ state }) => state)).toEqual(['pending', 'unknown']);
  });

  test('methods that need the cart are refunded by lines', async () => {
    world.provider.pay(link.reference, 't1', { needsCart: true, method: 'KLARNA' });
    await read();
    await expect(ask(2500, 'press-1')).rejects.toMatchObject({ code: 'refund_needs_lines' });
    await ask(2500, 'press-2', { lines: [{ id: '1', quantity: 1 }] });
  });

  test('what was paid twice goes back without moving the order', async () => {
    world.provider.pay(link.reference, 't2');
    await read();
    const twice = (await listPayments(world.db, link.linkId))[1];
    expect(twice?.paidTwice).toBe(true);
    world.provider.pay(link.reference, 't2', { status: 'refunded', refunded: money(10000, 'EUR') });
    await read();
    expect(await world.status(orderId)).toBe(2);
    // Who hears of money that comes back must not think that the order is off.
    expect(await notes('refunded')).toMatchObject([{ amount: { minor: 10000, currency: 'EUR' }, twice: true }]);
  });
});
