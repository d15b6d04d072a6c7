import { MINUTE_MS, SECOND_MS } from '../../../../system/clock';
import { linkWorld, type LinkWorld } from '../../../support/link_world';

describe('a link whose answer was lost', () => {
  let world: LinkWorld;
  let orderId: number;
  beforeEach(async () => {
    world = await linkWorld();
    world.provider.faults = ['lost_after'];
    orderId = await world.addOrder();
    await world.drain();
  });
  afterEach(() => world.destroy());

  test('and which was paid all the same is settled: no other one is made', async () => {
    world.provider.pay(`${orderId}-1`, 't1');
    await world.pass(MINUTE_MS, SECOND_MS);
    expect(world.provider.calls).toEqual([`create ${orderId}-1`, `read ${orderId}-1`]);
    expect(await world.links(orderId)).toMatchObject([{ state: 'completed' }]);
    expect(await world.status(orderId)).toBe(2);
  });

  test('and in which a payment is on its way is not cut off: it is looked at again until that is known', async () => {
    world.provider.pay(`${orderId}-1`, 't1', { status: 'pending' });
    await world.pass(4 * MINUTE_MS, SECOND_MS);
    expect(world.provider.count('cancel')).toBe(0);
    expect(await world.links(orderId)).toMatchObject([{ state: 'requested' }]);
    world.provider.pay(`${orderId}-1`, 't1');
    await world.pass(6 * MINUTE_MS, 10 * SECOND_MS);
    expect(await world.links(orderId)).toMatchObject([{ state: 'completed' }]);
    expect(world.provider.count('create')).toBe(1);
  });
});
