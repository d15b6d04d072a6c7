import { beginOlder, stopOlder } from '../../../../extension/payment_link/sweep/make_older';
import { judgeOlder, listOlderOrders } from '../../../../extension/payment_link/sweep/older_orders';
import { readOlderRun } from '../../../../extension/payment_link/sweep/older_run';
import { sweepPlace, type SweepPlace } from '../../../../extension/payment_link/sweep/sweep_start';
import { MINUTE_MS, SECOND_MS } from '../../../../system/clock';
import { t } from '../../../../system/db/table';
import { linkWorld, type LinkWorld } from '../../../support/link_world';

let world: LinkWorld;
beforeEach(async () => {
  world = await linkWorld();
});
afterEach(() => world.destroy());

/** Orders that were in the status before links were switched on. */
async function older(count: number): Promise<number[]> {
  const ids: number[] = [];
  for (let n = 0; n < count; n++) ids.push(await world.book.add(world.db, { statusId: 20 }));
  return ids;
}

async function place(): Promise<SweepPlace> {
  const found = await sweepPlace(world.context, 0, world.provider.code);
  if (found === null) throw new Error('links are off');
  return found;
}

const begin = async (orderIds: readonly number[] | null = null) =>
  beginOlder(world.context, await place(), orderIds, { name: 'ann', ip: null });
const made = (): number => world.provider.calls.filter((call) => call.startsWith('create')).length;

test('lists the orders that were in the status before, newest first, and none that had a link or is paid otherwise', async () => {
  const [first = 0, second = 0] = await older(2);
  await world.book.add(world.db, { statusId: 20, paymentMethod: { code: 'cod.cod', name: 'Cash' } });
  await world.book.add(world.db, { statusId: 7 });
  await world.activeLink();
  const third = (await older(1))[0] ?? 0;
  const here = await place();
  await world.book.add(world.db, { statusId: 20 });
  expect(await listOlderOrders(world.context, here)).toEqual({ orderIds: [third, second, first], more: false });
  expect(await listOlderOrders(world.context, here, { limit: 2 })).toEqual({ orderIds: [third, second], more: true });
  expect(await listOlderOrders(world.context, here, { upToOrderId: second })).toMatchObject({
    orderIds: [second, first],
  });
});

test('a press that was taken begins nothing again, and one that begins nothing is not taken', async () => {
  const person = { name: 'ann', ip: null, press: { token: 'f'.repeat(32), userId: 1 } };
  expect(await beginOlder(world.context, await place(), null, person)).toBeNull();
  await older(1);
  world.now += MINUTE_MS;
  const here = { ...(await place()), start: { ...(await place()).start, afterOrderId: 1_000_000 } };
  expect(await beginOlder(world.context, here, null, person)).toMatchObject({ total: 1 });
  await stopOlder(world.context, here, 'ann');
  await expect(beginOlder(world.context, here, null, person)).rejects.toMatchObject({ code: 'pressed_before' });
});

test('makes a link for each of them, once, however often it is pressed', async () => {
  await older(3);
  const run = await begin();
  expect(run).toMatchObject({ total: 3, actor: 'ann' });
  expect(await begin()).toBeNull();
  await world.pass(10 * SECOND_MS, SECOND_MS);
  expect(made()).toBe(3);
  expect(await readOlderRun(world.db, await place())).toMatchObject({ asked: 3, left: 0, endedAt: expect.any(Number) });
  expect(await begin()).toBeNull();
  await world.pass(10 * SECOND_MS, SECOND_MS);
  expect(made()).toBe(3);
  const journal = (await world.db(t(world.db, 'payment_link_journal')).where('event', 'like', 'older.%')) as {
    event: string;
    actor: string;
  }[];
  expect(journal.map(({ event, actor }) => [event, actor])).toEqual([
    ['older.begun', 'ann'],
    ['older.done', 'ann'],
  ]);
});

test('takes half of the links that the owner allows in a minute, and goes on in the next', async () => {
  world.linkSettings['links_per_minute'] = 6;
  await older(8);
  await begin();
  await world.pass(50 * SECOND_MS, SECOND_MS);
  expect(made()).toBe(3);
  await world.pass(MINUTE_MS, SECOND_MS);
  expect(made()).toBe(6);
  await world.pass(2 * MINUTE_MS, SECOND_MS);
  expect(made()).toBe(8);
});

test('only the ticked ones, and of those only what waits for a link', async () => {
  const [first = 0, second = 0] = await older(3);
  const { orderId } = await world.activeLink();
  expect(await begin([second, orderId, 987_654])).toMatchObject({ total: 1 });
  await world.pass(5 * SECOND_MS, SECOND_MS);
  expect(await world.links(second)).toHaveLength(1);
  expect(await world.links(first)).toHaveLength(0);
  expect(await world.links(orderId)).toHaveLength(1);
});

test('what speaks against an order by then leaves it alone, and is counted', async () => {
  const [first = 0, second = 0] = await older(2);
  await world.book.change(world.db, second, { total: '0.0000' });
  await begin();
  expect((await judgeOlder(world.context, [first, second])).map(({ decision }) => decision.kind)).toEqual([
    'ask',
    'none',
  ]);
  await world.pass(5 * SECOND_MS, SECOND_MS);
  expect(await readOlderRun(world.db, await place())).toMatchObject({ asked: 1, left: 1 });
  expect(await world.links(second)).toHaveLength(0);
});

test('stops when told to, and when links are switched off or get another status', async () => {
  world.linkSettings['links_per_minute'] = 2;
  await older(4);
  const here = await place();
  await begin();
  await world.drain();
  await stopOlder(world.context, here, 'ann');
  await world.pass(5 * MINUTE_MS, 10 * SECOND_MS);
  expect(made()).toBe(1);
  expect(await begin()).toMatchObject({ total: 3 });
  await world.drain();
  world.settings['generate_payment_links_status'] = false;
  await world.pass(5 * MINUTE_MS, 10 * SECOND_MS);
  expect(made()).toBe(2);
  expect(await readOlderRun(world.db, here)).toMatchObject({ endedAt: expect.any(Number) });
});
