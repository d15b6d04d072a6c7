import {
  countWaiting,
  linksByStaff,
  paidByMethod,
  readFigures,
} from '../../../../extension/payment_link/list/link_stats';
import { countLinks, listLinks, type LinkFilter } from '../../../../extension/payment_link/list/link_lists';
import { refreshLink } from '../../../../extension/payment_link/settle/refresh_link';
import { DAY_MS, HOUR_MS } from '../../../../system/clock';
import { linkWorld, type LinkWorld } from '../../../support/link_world';

describe('lists and figures', () => {
  let world: LinkWorld;
  const ids: number[] = [];
  beforeEach(async () => {
    world = await linkWorld();
    ids.length = 0;
    for (const [index, total] of ['10.0000', '20.0000', '30.0000'].entries()) {
      const email = `customer${index}@example.com`;
      ids.push((await world.activeLink({ total, email, lastName: `Name${index}` })).orderId);
      world.now += HOUR_MS;
    }
    world.provider.pay(`${ids[0]}-1`, 't1');
    await refreshLink(world.context, (await world.link(ids[0] ?? 0)).linkId, new AbortController().signal);
    await world.drain();
  });
  afterEach(() => world.destroy());

  const page = { sort: 'created_at', descending: true, limit: 10, offset: 0 } as const;
  const orders = async (filter: LinkFilter) => (await listLinks(world.db, filter, page)).map((link) => link.orderId);

  test('found by order, reference, address, e-mail and the start of a name', async () => {
    const link = await world.link(ids[1] ?? 0);
    for (const text of [
      String(link.orderId),
      link.reference,
      link.token,
      `https://pay.shop.test/pay/${link.token}`,
      'customer1@example.com',
    ]) {
      expect(await orders({ text })).toEqual([link.orderId]);
    }
    expect(await orders({ text: 'Ada' })).toEqual([...ids].reverse());
    expect(await orders({ text: 'nobody%' })).toEqual([]);
  });

  test('narrowed by state, amount, time and flags; counted no further than asked', async () => {
    expect(await orders({ states: ['completed'] })).toEqual([ids[0]]);
    expect(await orders({ amountMin: 2000, amountMax: 2500 })).toEqual([ids[1]]);
    expect(await orders({ createdFrom: world.now - 90 * 60 * 1000 })).toEqual([ids[2]]);
    expect(await orders({ flagged: true })).toEqual([]);
    expect(await orders({ expiresBefore: world.now + DAY_MS })).toEqual([]);
    expect(await countLinks(world.db, {}, 100)).toBe(3);
    expect(await countLinks(world.db, {}, 1)).toBe(2);
  });

  test('figures for the dashboard', async () => {
    expect(await readFigures(world.db, 0)).toEqual({
      made: 3,
      opened: 0,
      paid: 1,
      failed: 0,
      meanMsToPay: 3 * HOUR_MS,
    });
    expect(await countWaiting(world.db)).toEqual({ unpaid: 2, needPerson: 0 });
    expect(await paidByMethod(world.db, 0)).toEqual([{ method: 'IDEAL', currency: 'EUR', count: 1, minor: 1000 }]);
    expect(await linksByStaff(world.db, 0)).toEqual([{ createdBy: 'system', made: 3, paid: 1 }]);
  });
});
