import { askRefund } from '../../../extension/payment_link/refund/refund';
import { cancelLink } from '../../../extension/payment_link/person/person_actions';
import { listPayments } from '../../../extension/payment_link/settle/payments';
import { putRefresh } from '../../../extension/payment_link/jobs';
import { setCrashTrap } from '../../../system/crash_point';
import { t } from '../../../system/db/table';
import { DAY_MS, MINUTE_MS } from '../../../system/clock';
import { money } from '../../../system/money';
import { linkWorld, type LinkWorld } from '../../support/link_world';

class PowerCut extends Error {}

/** Stops at the named point once, as a process that dies there; what it had not committed is lost. */
function crashAt(name: string): () => boolean {
  let crashed = false;
  setCrashTrap((point) => {
    if (crashed || point !== name) return;
    crashed = true;
    throw new PowerCut(name);
  });
  return () => crashed;
}

const person = { name: 'admin', ip: null };

describe('killed at a named point and started again', () => {
  let world: LinkWorld;
  beforeEach(async () => {
    world = await linkWorld();
  });
  afterEach(() => {
    setCrashTrap(null);
    return world.destroy();
  });

  const recover = () => world.pass(10 * MINUTE_MS, 30_000);

  test.each(['request.row_written', 'request.link_created', 'request.recorded'])(
    'at %s: one active link, one history line, one mail',
    async (point) => {
      const crashed = crashAt(point);
      const orderId = await world.addOrder();
      await recover();
      expect(crashed()).toBe(true);
      const links = await world.links(orderId);
      expect(links.filter((link) => link.state === 'active')).toHaveLength(1);
      expect(await world.history(orderId)).toHaveLength(1);
      expect(await world.mails(orderId)).toHaveLength(1);
      const alive = [...world.provider.held.values()].filter((held) => !held.cancelled);
      expect(alive).toHaveLength(1);
    },
  );

  test.each(['request.taken_over', 'request.recovered'])(
    'at %s, while recovering from a lost answer',
    async (point) => {
      const crashed = crashAt(point);
      world.provider.faults = ['lost_after'];
      const orderId = await world.addOrder();
      await recover();
      expect(crashed()).toBe(true);
      expect((await world.links(orderId)).filter((link) => link.state === 'active')).toHaveLength(1);
      expect(await world.mails(orderId)).toHaveLength(1);
    },
  );

  test('at request.failed: failed once, told once, and no second attempt by itself', async () => {
    const crashed = crashAt('request.failed');
    world.provider.faults = ['refused'];
    const orderId = await world.addOrder();
    await recover();
    expect(crashed()).toBe(true);
    expect((await world.links(orderId)).map((link) => link.state)).toEqual(['failed']);
    expect((await world.mails(orderId)).filter((mail) => mail.startsWith('shop_needs_person'))).toHaveLength(1);
  });

  test.each(['settle.read', 'settle.applied', 'settle.recorded'])('at %s: paid once, said once', async (point) => {
    const { orderId, link } = await world.activeLink();
    const crashed = crashAt(point);
    world.provider.pay(link.reference, 't1');
    await putRefresh(world.db, link.linkId, world.now, world.now);
    await recover();
    expect(crashed()).toBe(true);
    expect((await world.link(orderId)).state).toBe('completed');
    expect((await world.history(orderId)).filter((line) => line.startsWith('Paid'))).toHaveLength(1);
    expect((await world.mails(orderId)).filter((mail) => mail.startsWith('paid'))).toHaveLength(1);
  });

  test.each(['close.marked', 'close.cancelled_there', 'close.recorded'])(
    'at %s: cancelled once, and the provider saying so in between does not move the order',
    async (point) => {
      const { orderId, link } = await world.activeLink();
      const crashed = crashAt(point);
      await cancelLink(world.context, link.linkId, person);
      await putRefresh(world.db, link.linkId, world.now + 1000, world.now);
      await recover();
      expect(crashed()).toBe(true);
      expect(await world.link(orderId)).toMatchObject({ state: 'cancelled', closedWhy: 'by_hand' });
      expect(await world.status(orderId)).toBe(20);
      expect((await world.history(orderId)).filter((line) => line.includes('closed'))).toHaveLength(1);
    },
  );

  test.each(['close.marked', 'close.cancelled_there'])('at %s while expiring: the order moves once', async (point) => {
    const { orderId } = await world.activeLink();
    const crashed = crashAt(point);
    await world.pass(31 * DAY_MS, DAY_MS);
    expect(crashed()).toBe(true);
    expect((await world.link(orderId)).state).toBe('expired');
    expect((await world.history(orderId)).filter((line) => line.includes('expired'))).toHaveLength(1);
    expect(await world.status(orderId)).toBe(14);
  });

  test.each([
    ['press.recorded', 'pending'],
    ['refund.asking', 'unknown'],
    ['refund.made', 'pending'],
    ['refund.recorded', 'pending'],
  ])('at %s: at most one refund at the provider, and the shop knows (%s)', async (point, state) => {
    const { link } = await world.activeLink();
    world.provider.pay(link.reference, 't1');
    await putRefresh(world.db, link.linkId, world.now, world.now);
    await world.drain();
    const paymentId = (await listPayments(world.db, link.linkId))[0]?.paymentId ?? 0;
    const crashed = crashAt(point);
    const press = { paymentId, amount: money(1000, 'EUR'), lines: [], reason: '', pressKey: 'press' };
    await askRefund(world.context, press, person).catch((failed: unknown) => expect(failed).toBeInstanceOf(PowerCut));
    await askRefund(world.context, press, person);
    await recover();
    expect(crashed()).toBe(true);
    expect(world.provider.order(link.reference).refunds.length).toBeLessThanOrEqual(1);
    const rows = (await world.db(t(world.db, 'payment_link_refund'))) as { state: string }[];
    expect(rows.map((row) => row.state)).toEqual([state]);
  });

  test('on a shop whose tables do not roll back, a line that was written before the crash is not written again', async () => {
    world.book.rollsBack = false;
    const { orderId, link } = await world.activeLink();
    await world.book.addNote(world.db as never, orderId, 'Paid €100.00 with IDEAL. Payment t1 at FakePay.', false);
    world.provider.pay(link.reference, 't1');
    await putRefresh(world.db, link.linkId, world.now, world.now);
    await world.drain();
    expect((await world.history(orderId)).filter((line) => line.startsWith('Paid'))).toHaveLength(1);
    expect((await world.link(orderId)).state).toBe('completed');
  });
});
