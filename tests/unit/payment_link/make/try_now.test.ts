import { createFreeLink } from '../../../../extension/payment_link/free/free_link';
import { findLink } from '../../../../extension/payment_link/link/links';
import { nextTryOf, tryLinkNow } from '../../../../extension/payment_link/make/try_now';
import { MINUTE_MS } from '../../../../system/clock';
import { t } from '../../../../system/db/table';
import { money } from '../../../../system/money';
import { linkWorld, type LinkWorld } from '../../../support/link_world';

const PERSON = { name: 'admin', ip: '127.0.0.1' };

describe('a link whose provider is down', () => {
  let world: LinkWorld;
  beforeEach(async () => {
    world = await linkWorld();
  });
  afterEach(() => world.destroy());

  const outbox = () => world.db(t(world.db, 'payment_link_outbox'));

  /** An order whose link was asked for in vain. */
  async function waiting() {
    world.provider.faults = ['down'];
    const orderId = await world.addOrder();
    await world.drain();
    const link = await world.link(orderId);
    expect(link).toMatchObject({ state: 'requested', failure: expect.any(String) });
    return { orderId, link };
  }

  test('is made at once when a person wants it now, by the job that waited, and the journal says who', async () => {
    const { orderId, link } = await waiting();
    expect(await nextTryOf(world.db, link)).toBeGreaterThan(world.now);
    const before = (await outbox()).length;
    expect(await tryLinkNow(world.context, link.linkId, PERSON)).toBe(true);
    expect(await outbox()).toHaveLength(before);
    await world.drain();
    expect((await world.link(orderId)).state).toBe('active');
    expect(world.provider.calls).toEqual([`create ${orderId}-1`, `create ${orderId}-1`]);
    expect(await world.journal(orderId)).toContain('link.hurried');
  });

  test('and still down waits on, soon again, for no longer than its day', async () => {
    const { link } = await waiting();
    world.now += 30 * MINUTE_MS;
    world.provider.faults = ['down'];
    const [{ created_at: since }] = await outbox().where({ name: 'payment_link.when_status_entered' });
    await tryLinkNow(world.context, link.linkId, PERSON);
    await world.drain();
    const [job] = await outbox().where({ name: 'payment_link.when_status_entered' });
    expect(job).toMatchObject({ created_at: since, attempt: 1 });
    expect(await nextTryOf(world.db, link)).toBeLessThan(world.now + MINUTE_MS);
  });

  test('is hurried once, however often one press arrives', async () => {
    const { orderId, link } = await waiting();
    const person = { ...PERSON, press: { token: 'a'.repeat(32), userId: 1 } };
    await tryLinkNow(world.context, link.linkId, person);
    await expect(tryLinkNow(world.context, link.linkId, person)).rejects.toMatchObject({ code: 'pressed_before' });
    expect((await world.journal(orderId)).filter((event) => event === 'link.hurried')).toHaveLength(1);
  });

  test('is asked for anew when its job was given up', async () => {
    const { orderId, link } = await waiting();
    await outbox().where({ name: 'payment_link.when_status_entered' }).delete();
    expect(await tryLinkNow(world.context, link.linkId, PERSON)).toBe(true);
    await world.drain();
    expect((await world.link(orderId)).state).toBe('active');
  });

  test('is left alone while it is being asked for, and once it is there', async () => {
    const { orderId, link } = await waiting();
    await outbox().where({ name: 'payment_link.when_status_entered' }).update({ claimed_by: 'another' });
    expect(await tryLinkNow(world.context, link.linkId, PERSON)).toBe(false);
    expect(await nextTryOf(world.db, link)).toBeNull();
    await outbox().update({ claimed_by: null });
    await world.pass(60 * MINUTE_MS);
    expect(await tryLinkNow(world.context, link.linkId, PERSON)).toBe(false);
    expect(await world.journal(orderId)).not.toContain('link.hurried');
  });

  test('and no order is hurried likewise; other links wait on', async () => {
    const { orderId } = await waiting();
    world.provider.faults = ['down', 'down'];
    const wish = { storeId: 0, amount: money(1000, 'EUR'), description: 'Key', email: '', name: '', language: 'en-gb' };
    const free = await createFreeLink(world.context, wish, PERSON);
    await world.drain();
    expect(await tryLinkNow(world.context, free.linkId, PERSON)).toBe(true);
    world.provider.faults = [];
    await world.drain();
    expect((await findLink(world.db, free.linkId))?.state).toBe('active');
    expect((await world.link(orderId)).state).toBe('requested');
  });
});
