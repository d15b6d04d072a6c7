import { refreshLink } from '../../../../extension/payment_link/settle/refresh_link';
import { sweepRound } from '../../../../extension/payment_link/sweep/sweep';
import { HOUR_MS } from '../../../../system/clock';
import { t } from '../../../../system/db/table';
import { transaction } from '../../../../system/db/transaction';
import { linkWorld, type LinkWorld } from '../../../support/link_world';

describe('the sweep', () => {
  let world: LinkWorld;
  beforeEach(async () => {
    world = await linkWorld();
  });
  afterEach(() => world.destroy());

  test('links left in "requested" without a job are taken up again', async () => {
    const orderId = await world.addOrder();
    world.provider.faults = ['lost_before'];
    await world.drain();
    await world.db(t(world.db, 'payment_link_outbox')).delete();
    world.now += 27 * HOUR_MS;
    await sweepRound(world.context);
    await world.drain();
    expect(await world.link(orderId)).toMatchObject({ state: 'active', attempt: 2 });
  });

  test('so is a link for a difference, and by its own amount', async () => {
    const { orderId, link } = await world.activeLink();
    world.provider.pay(link.reference, 't1');
    await refreshLink(world.context, link.linkId, new AbortController().signal);
    await world.drain();
    await world.book.change(world.db, orderId, { total: '120.0000' });
    world.provider.faults = ['lost_before'];
    await transaction(world.db, (tx) => world.context.bus.announce(tx, 'order.edited', { orderId }));
    await world.drain();
    expect(await world.link(orderId)).toMatchObject({ purpose: 'difference', state: 'requested' });
    await world.db(t(world.db, 'payment_link_outbox')).delete();
    world.now += 27 * HOUR_MS;
    await sweepRound(world.context);
    await world.drain();
    expect(await world.link(orderId)).toMatchObject({
      purpose: 'difference',
      state: 'active',
      amount: { minor: 2000 },
    });
  });
});
