import { askForLink } from '../../../../extension/payment_link/make/ask_link';
import { linkWorld, type LinkWorld } from '../../../support/link_world';

describe('a wish for an order’s link', () => {
  let world: LinkWorld;
  beforeEach(async () => {
    world = await linkWorld();
  });
  afterEach(() => world.destroy());

  const person = { name: 'API shop', ip: null };
  const once = { key: 'wish-1', fingerprint: 'f' };

  test('that the same program sent a moment before is answered with the link of the first', async () => {
    const orderId = await world.book.add(world.db, { statusId: 1 });
    const ask = () => askForLink(world.context, { orderId, once }, person);
    const findOrder = world.book.findOrder.bind(world.book);
    let faster: number | null = null;
    world.book.findOrder = async (db, id) => {
      world.book.findOrder = findOrder;
      faster = (await ask()).linkId;
      return findOrder(db, id);
    };
    expect((await ask()).linkId).toBe(faster);
    expect(await world.links(orderId)).toHaveLength(1);
  });

  test('without a key is refused while there is a link', async () => {
    const orderId = await world.book.add(world.db, { statusId: 1 });
    await askForLink(world.context, { orderId }, person);
    await expect(askForLink(world.context, { orderId }, person)).rejects.toMatchObject({ code: 'link_not_due' });
  });
});
