import { linkDue } from '../../../../extension/payment_link/make/link_facts';
import { linkWorld, type LinkWorld } from '../../../support/link_world';

describe('what the order mail is told of a link', () => {
  let world: LinkWorld;
  beforeEach(async () => {
    world = await linkWorld();
  });
  afterEach(() => world.destroy());

  test('mailed, once the link is there', async () => {
    const orderId = await world.addOrder();
    await world.drain();
    expect(await linkDue(world.context, orderId)).toBe('mailed');
  });

  test('to wait, although the link is made while the order is being read', async () => {
    const orderId = await world.addOrder();
    const { orderBook } = world.context;
    const slow: typeof orderBook.findOrder = async (db, id) => {
      const order = await orderBook.findOrder(db, id);
      await world.drain();
      return order;
    };
    const context = {
      ...world.context,
      orderBook: Object.assign(Object.create(orderBook) as object, { findOrder: slow }),
    };
    expect(await linkDue(context as typeof world.context, orderId)).toBe('waiting');
    expect(await linkDue(world.context, orderId)).toBe('mailed');
  });
});
