import { readState } from '../../../../extension/payment_link/state';
import { sweepRound } from '../../../../extension/payment_link/sweep/sweep';
import { answerSweep, SWEEP_PAUSED } from '../../../../extension/payment_link/sweep/sweep_pause';
import { linkWorld, type LinkWorld } from '../../../support/link_world';

let world: LinkWorld;
beforeEach(async () => {
  world = await linkWorld();
});
afterEach(() => world.destroy());

test('a person who says "leave them alone" while a round still reads is not asked the same again', async () => {
  world.linkSettings['links_per_minute'] = 3;
  await sweepRound(world.context);
  for (let n = 0; n < 4; n++) await world.book.add(world.db);
  await sweepRound(world.context);
  let answered = false;
  const orderBook = Object.create(world.context.orderBook) as typeof world.context.orderBook;
  orderBook.findOrder = async (db, orderId) => {
    if (!answered) {
      answered = true;
      await answerSweep(world.context, false, 'admin');
    }
    return world.context.orderBook.findOrder(db, orderId);
  };
  await sweepRound({ ...world.context, orderBook });
  expect(answered).toBe(true);
  expect(await readState(world.db, SWEEP_PAUSED)).toBeNull();
  const later = await world.book.add(world.db);
  await sweepRound(world.context);
  await world.drain();
  expect(await world.link(later)).toMatchObject({ state: 'active' });
  expect(world.provider.count('create')).toBe(1);
});
