import {
  cancelLink,
  markPaidOtherwise,
  renewLink,
  resendLink,
} from '../../../../extension/payment_link/person/person_actions';
import { openForCustomer, requestNewLink } from '../../../../extension/payment_link/person/customer_actions';
import { pollRound } from '../../../../extension/payment_link/settle/poll';
import { refreshLink } from '../../../../extension/payment_link/settle/refresh_link';
import { t } from '../../../../system/db/table';
import { transaction } from '../../../../system/db/transaction';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../../system/clock';
import { linkWorld, type LinkWorld } from '../../../support/link_world';

const person = { name: 'admin', ip: '127.0.0.1' };

describe('the end of a link', () => {
  let world: LinkWorld;
  beforeEach(async () => {
    world = await linkWorld();
  });
  afterEach(() => world.destroy());

  test('it expires at its time: read, closed at the provider, order moved, customer told', async () => {
    const { orderId, link } = await world.activeLink();
    await world.pass(30 * DAY_MS, 6 * HOUR_MS);
    expect(await world.link(orderId)).toMatchObject({ state: 'expired', closedWhy: 'lifetime' });
    expect(await world.status(orderId)).toBe(14);
    expect(world.provider.order(link.reference).cancelled).toBe(true);
    expect((await world.mails(orderId)).slice(1)).toEqual(['expired ada@example.com']);
    expect((await world.history(orderId)).slice(1)).toEqual([
      `The payment link has expired. FakePay ${link.reference}.`,
    ]);
  });

  test('the status the owner chose for expiry goes before the mapping', async () => {
    world.linkSettings['expired_status'] = 9;
    const { orderId } = await world.activeLink();
    await world.pass(30 * DAY_MS, DAY_MS);
    expect(await world.status(orderId)).toBe(9);
  });

  test('a payment on its way keeps link and order past the end, until it is known', async () => {
    const { orderId, link } = await world.activeLink();
    world.provider.pay(link.reference, 't1', { status: 'pending', method: 'BANKTRANS' });
    await world.pass(31 * DAY_MS, 6 * HOUR_MS);
    expect((await world.link(orderId)).state).toBe('active');
    expect(await world.status(orderId)).toBe(20);
    world.provider.pay(link.reference, 't1', { method: 'BANKTRANS' });
    await world.pass(2 * HOUR_MS);
    expect((await world.link(orderId)).state).toBe('completed');
    expect(await world.status(orderId)).toBe(2);
  });

  test('cancelling closes it at the provider; the provider saying so afterwards changes nothing', async () => {
    const { orderId, link } = await world.activeLink();
    await cancelLink(world.context, link.linkId, person);
    await world.drain();
    expect(await world.link(orderId)).toMatchObject({ state: 'cancelled', closedWhy: 'by_hand' });
    expect(world.provider.order(link.reference).cancelled).toBe(true);
    await refreshLink(world.context, link.linkId, new AbortController().signal);
    expect(await world.status(orderId)).toBe(20);
    await expect(cancelLink(world.context, link.linkId, person)).rejects.toMatchObject({ code: 'link_not_open' });
  });

  test('cancelling a link that was just paid settles it instead', async () => {
    const { orderId, link } = await world.activeLink();
    world.provider.pay(link.reference, 't1');
    await cancelLink(world.context, link.linkId, person);
    await world.drain();
    expect((await world.link(orderId)).state).toBe('completed');
    expect(world.provider.count('cancel')).toBe(0);
  });

  test('deleting the order closes its link even when a payment is on its way', async () => {
    const { orderId, link } = await world.activeLink();
    world.provider.set(link.reference, 'pending');
    await world.book.remove(world.db, orderId);
    await transaction(world.db, (tx) => world.context.bus.announce(tx, 'order.deleted', { orderId }));
    await world.drain();
    expect(await world.link(orderId)).toMatchObject({ state: 'cancelled', closedWhy: 'order_deleted' });
  });

  test.each([
    [7, 'order_cancelled'],
    [2, 'paid_otherwise'],
  ])('an order that staff move to status %d has its link closed (%s)', async (statusId, why) => {
    const { orderId } = await world.activeLink();
    await transaction(world.db, (tx) => world.book.addHistory(tx, { orderId, statusId, comment: '', notify: false }));
    await world.drain();
    expect(await world.link(orderId)).toMatchObject({ state: 'cancelled', closedWhy: why });
    expect(await world.status(orderId)).toBe(statusId);
  });

  test('marked as paid in another way: the order moves and the link is closed', async () => {
    const { orderId, link } = await world.activeLink();
    await markPaidOtherwise(world.context, link.linkId, person, 2);
    await world.drain();
    expect(await world.status(orderId)).toBe(2);
    expect(await world.link(orderId)).toMatchObject({ state: 'cancelled', closedWhy: 'paid_otherwise' });
  });

  test('renewed, the next attempt stands behind the same address and the old one is closed', async () => {
    const { orderId, link } = await world.activeLink();
    await renewLink(world.context, link.linkId, person, { mail: true, lifetimeSeconds: 3600 });
    await world.drain();
    const [old, next] = await world.links(orderId);
    expect(old).toMatchObject({ state: 'replaced' });
    expect(next).toMatchObject({ state: 'active', token: link.token, lifetimeSeconds: 3600, createdBy: 'admin' });
    expect(world.provider.order(`${orderId}-2`).request.lifetime).toEqual({ value: 3600, unit: 'seconds' });
    expect(world.provider.order(link.reference).cancelled).toBe(true);
    expect(await world.mails(orderId)).toHaveLength(2);
  });

  test('mailed again to another address, with own words, but not endlessly', async () => {
    const { orderId, link } = await world.activeLink();
    const mail = { recipient: 'boss@example.com', words: 'As we said on the phone' };
    await resendLink(world.context, link.linkId, person, mail);
    expect((await world.mails(orderId)).at(-1)).toBe('payment_link boss@example.com');
    await expect(
      resendLink(world.context, link.linkId, person, { recipient: 'a@b.nl\r\nBcc: x@y.nl' }),
    ).rejects.toMatchObject({ code: 'no_mail_address' });
    for (let n = 0; n < 4; n++) await resendLink(world.context, link.linkId, person, mail);
    await expect(resendLink(world.context, link.linkId, person, mail)).rejects.toMatchObject({
      code: 'too_many_mails',
    });
    world.now += HOUR_MS + 1;
    await resendLink(world.context, link.linkId, person, mail);
  });

  test('the customer is led to the provider; used up openings are replaced behind the same address', async () => {
    const { orderId, link } = await world.activeLink();
    expect(await openForCustomer(world.context, link.token, { byStaff: 'admin' })).toMatchObject({ kind: 'go' });
    expect((await world.link(orderId)).opens).toBe(0);
    for (let n = 0; n < 18; n++) {
      expect(await openForCustomer(world.context, link.token)).toEqual({ kind: 'go', url: link.url });
    }
    expect(await world.link(orderId)).toMatchObject({ opens: 18, openedAt: world.now });
    expect(await openForCustomer(world.context, link.token)).toEqual({ kind: 'being_made' });
    await world.drain();
    expect(await openForCustomer(world.context, link.token)).toEqual({
      kind: 'go',
      url: `https://pay.test/${orderId}-2`,
    });
    expect(await world.mails(orderId)).toHaveLength(1);
    expect(await openForCustomer(world.context, 'nobody')).toEqual({ kind: 'unknown' });
  });

  test('pressing without end makes no attempts without end', async () => {
    const { orderId, link } = await world.activeLink();
    const pressOut = async () => {
      await world.db(t(world.db, 'payment_link')).where({ token: link.token }).update({ opens: 18 });
      const answer = await openForCustomer(world.context, link.token);
      await world.drain();
      return answer.kind;
    };
    const answers: string[] = [];
    for (let n = 0; n < 12; n++) answers.push(await pressOut());
    expect(answers).toEqual([...Array.from({ length: 9 }, () => 'being_made'), 'go', 'go', 'go']);
    expect((await world.link(orderId)).attempt).toBe(10);
    world.now += DAY_MS + 1;
    expect(await pressOut()).toBe('being_made');
  });

  test('an expired link is renewed for the customer, to the address on file, which brings the order back', async () => {
    const { orderId, link } = await world.activeLink();
    await world.pass(30 * DAY_MS, DAY_MS);
    expect(await requestNewLink(world.context, link.token)).toBe('on_its_way');
    expect(await requestNewLink(world.context, link.token)).toBe('too_often');
    await world.drain();
    expect(await world.link(orderId)).toMatchObject({ state: 'active', attempt: 2, token: link.token });
    expect((await world.mails(orderId)).at(-1)).toBe('payment_link ada@example.com');
    expect(await world.status(orderId)).toBe(20);
  });

  test('a link that brings an order back whose stock is gone by then waits for a person', async () => {
    const { orderId, link } = await world.activeLink();
    await world.pass(30 * DAY_MS, DAY_MS);
    world.book.oversold = [42];
    await requestNewLink(world.context, link.token);
    await world.drain();
    expect(await world.link(orderId)).toMatchObject({ state: 'active', flags: ['oversold'], flagged: true });
  });

  test('what staff closed stays closed to the customer', async () => {
    const { link } = await world.activeLink();
    await cancelLink(world.context, link.linkId, person);
    await world.drain();
    expect(await requestNewLink(world.context, link.token)).toBe('not_possible');
    expect(await openForCustomer(world.context, link.token)).toEqual({ kind: 'closed' });
  });

  test('a provider that is down while a link is cancelled is told later', async () => {
    const { orderId, link } = await world.activeLink();
    world.provider.faults = ['down', 'down'];
    await cancelLink(world.context, link.linkId, person);
    await world.pass(MINUTE_MS, 1000);
    expect((await world.link(orderId)).state).toBe('cancelled');
    expect(world.provider.order(link.reference).cancelled).toBe(true);
  });

  test('one that the provider may have is looked at after it was closed: paid there, it is found without any news', async () => {
    world.provider.faults = ['lost_after'];
    const orderId = await world.addOrder();
    await world.drain();
    const { linkId, reference } = await world.link(orderId);
    world.now += 1;
    await cancelLink(world.context, linkId, person);
    await world.drain();
    expect((await world.link(orderId)).state).toBe('cancelled');
    world.provider.pay(reference, 't1');
    world.now += 2 * HOUR_MS;
    await pollRound(world.context);
    await world.drain();
    expect(await world.link(orderId)).toMatchObject({ state: 'completed', flags: ['paid_late'] });
  });
});
