import { cancelLink, resendLink } from '../../../../extension/payment_link/person/person_actions';
import { retryLink } from '../../../../extension/payment_link/make/fail_link';
import { refreshLink } from '../../../../extension/payment_link/settle/refresh_link';
import { transaction } from '../../../../system/db/transaction';
import { t } from '../../../../system/db/table';
import { MINUTE_MS } from '../../../../system/clock';
import { linkWorld, type LinkWorld } from '../../../support/link_world';

describe('the link follows the order', () => {
  let world: LinkWorld;
  beforeEach(async () => {
    world = await linkWorld();
  });
  afterEach(() => world.destroy());

  async function edit(orderId: number, change: object, tellCustomer?: boolean): Promise<void> {
    await world.book.change(world.db, orderId, change);
    const told = tellCustomer === undefined ? {} : { tellCustomer };
    await transaction(world.db, (tx) => world.context.bus.announce(tx, 'order.edited', { orderId, ...told }));
    await world.drain();
  }
  const read = (linkId: number) => refreshLink(world.context, linkId, new AbortController().signal);

  test('a new amount replaces the link; edits within a minute are one mail with the first amount', async () => {
    const { orderId, link } = await world.activeLink();
    await edit(orderId, { total: '120.0000' });
    await edit(orderId, { total: '150.0000' });
    const links = await world.links(orderId);
    expect(links.map((one) => [one.state, one.amount.minor])).toEqual([
      ['replaced', 10000],
      ['replaced', 12000],
      ['active', 15000],
    ]);
    expect(world.provider.order(link.reference).cancelled).toBe(true);
    expect(await world.mails(orderId)).toHaveLength(1);
    await world.pass(2 * MINUTE_MS, 10_000);
    const mails = (await world.db(t(world.db, 'payment_link_mail')).where({ kind: 'replaced' })) as { note: string }[];
    expect(mails).toHaveLength(1);
    expect(JSON.parse(mails[0]?.note ?? '{}')).toMatchObject({ oldAmount: { minor: 10000, currency: 'EUR' } });
    expect((await world.links(orderId)).at(-1)?.token).toBe(link.token);
  });

  test('who was mailed the new amount by hand meanwhile is not told of it once more', async () => {
    const { orderId } = await world.activeLink();
    await edit(orderId, { total: '120.0000' });
    const { linkId } = await world.link(orderId);
    await resendLink(world.context, linkId, { name: 'anna', ip: '127.0.0.1' }, {});
    await world.pass(3 * MINUTE_MS, 10_000);
    expect((await world.mails(orderId)).map((mail) => mail.split(' ')[0])).toEqual(['payment_link', 'payment_link']);
  });

  test('without "Tell the customer" nobody is mailed', async () => {
    const { orderId } = await world.activeLink();
    await edit(orderId, { total: '120.0000' }, false);
    await world.pass(3 * MINUTE_MS, 10_000);
    expect(await world.mails(orderId)).toHaveLength(1);
  });

  test('the customer hears of the new amount although the provider is away for minutes', async () => {
    const { orderId } = await world.activeLink();
    world.provider.readsFail = true;
    await edit(orderId, { total: '120.0000' });
    await world.pass(5 * MINUTE_MS, 10_000);
    world.provider.readsFail = false;
    await world.pass(10 * MINUTE_MS, 10_000);
    expect((await world.link(orderId)).amount.minor).toBe(12000);
    expect((await world.mails(orderId)).map((mail) => mail.split(' ')[0])).toEqual(['payment_link', 'replaced']);
  });

  test('an order that became free closes its link, and gets one again when it costs something', async () => {
    const { orderId, link } = await world.activeLink();
    await edit(orderId, { total: '0.0000' });
    expect(await world.links(orderId)).toMatchObject([{ state: 'cancelled', closedWhy: 'nothing_to_pay' }]);
    expect(world.provider.order(link.reference).cancelled).toBe(true);
    await edit(orderId, { total: '80.0000' });
    expect(await world.link(orderId)).toMatchObject({ state: 'active', attempt: 2, amount: { minor: 8000 } });
  });

  test('another currency replaces the link too', async () => {
    const { orderId } = await world.activeLink();
    await edit(orderId, { currencyCode: 'USD' });
    expect((await world.link(orderId)).amount).toEqual({ minor: 10000, currency: 'USD' });
  });

  test('a link that failed before the edit is made for the new amount when somebody presses Retry', async () => {
    world.provider.faults = ['refused'];
    const orderId = await world.addOrder();
    await world.drain();
    await edit(orderId, { total: '120.0000' });
    await retryLink(world.context, (await world.link(orderId)).linkId, { name: 'anna', ip: null });
    await world.drain();
    const links = await world.links(orderId);
    expect(links.map(({ state, amount, closedWhy }) => [state, amount.minor, closedWhy])).toEqual([
      ['replaced', 10000, 'order_edited'],
      ['active', 12000, null],
    ]);
    expect(links[1]?.token).toBe(links[0]?.token);
    expect(await world.mails(orderId)).toContain(`payment_link ${links[1]?.email}`);
    expect(world.provider.held.has(`${orderId}-1`)).toBe(false);
  });

  test('a link that failed, and whose order costs nothing any more, is not made by Retry', async () => {
    world.provider.faults = ['refused'];
    const orderId = await world.addOrder();
    await world.drain();
    await edit(orderId, { total: '0.0000' });
    await retryLink(world.context, (await world.link(orderId)).linkId, { name: 'anna', ip: null });
    await world.drain();
    expect((await world.links(orderId)).map(({ state }) => state)).toEqual(['replaced']);
    expect(await world.journal(orderId)).toContain('link.not_requested');
  });

  test('a paid order that is given another currency is shown to a person: the two amounts have no difference', async () => {
    const { orderId, link } = await world.activeLink();
    world.provider.pay(link.reference, 't1');
    await read(link.linkId);
    await world.drain();
    await edit(orderId, { currencyCode: 'USD', total: '120.0000' });
    expect(await world.links(orderId)).toMatchObject([
      { state: 'completed', flags: ['currency_other'], flagged: true },
    ]);
  });

  test('a currency that nobody knows closes the link, and the journal says why there is no other', async () => {
    const { orderId, link } = await world.activeLink();
    await edit(orderId, { currencyCode: 'ZZZ' });
    expect((await world.links(orderId)).map(({ state }) => state)).toEqual(['replaced']);
    expect(world.provider.order(link.reference).cancelled).toBe(true);
    expect(await world.journal(orderId)).toContain('link.not_requested');
    const paid = await world.activeLink();
    world.provider.pay(paid.link.reference, 't1');
    await read(paid.link.linkId);
    await edit(paid.orderId, { currencyCode: 'ZZZ' });
    expect(await world.links(paid.orderId)).toMatchObject([{ state: 'completed', flags: ['currency_other'] }]);
  });

  test('other edits keep the link and are noted', async () => {
    const { orderId } = await world.activeLink();
    await edit(orderId, { comment: 'ring twice' });
    expect(await world.links(orderId)).toHaveLength(1);
    expect(await world.journal(orderId)).toContain('link.kept_on_edit');
  });

  test('a payment on its way is not cut off', async () => {
    const { orderId, link } = await world.activeLink();
    world.provider.pay(link.reference, 't1', { status: 'pending' });
    await edit(orderId, { total: '120.0000' });
    expect(await world.links(orderId)).toHaveLength(1);
    expect((await world.link(orderId)).state).toBe('active');
    expect(await world.journal(orderId)).toContain('link.kept');
  });

  test('a payment on its way that then fails makes room for the new amount', async () => {
    const { orderId, link } = await world.activeLink();
    world.provider.pay(link.reference, 't1', { status: 'pending' });
    await edit(orderId, { total: '120.0000' });
    world.provider.pay(link.reference, 't1', { status: 'failed' });
    await read(link.linkId);
    await world.drain();
    expect(await world.link(orderId)).toMatchObject({ state: 'active', amount: { minor: 12000 } });
    expect((await world.links(orderId))[0]?.state).toBe('replaced');
  });

  test('shipping a paid order does not end the link for the difference', async () => {
    world.settings['order_status_id_shipped'] = 3;
    const { orderId, link } = await world.activeLink();
    world.provider.pay(link.reference, 't1');
    await read(link.linkId);
    await world.drain();
    await edit(orderId, { total: '120.0000' });
    await transaction(world.db, (tx) =>
      world.book.addHistory(tx, { orderId, statusId: 3, comment: '', notify: false }),
    );
    await world.drain();
    expect(await world.link(orderId)).toMatchObject({ purpose: 'difference', state: 'active' });
  });

  test('a link paid in the moment of the edit is settled, and the difference is asked by a link of its own', async () => {
    const { orderId, link } = await world.activeLink();
    world.provider.pay(link.reference, 't1');
    await edit(orderId, { total: '120.0000' });
    await world.drain();
    const links = await world.links(orderId);
    expect(links.map((one) => [one.purpose, one.state, one.amount.minor])).toEqual([
      ['order', 'completed', 10000],
      ['difference', 'active', 2000],
    ]);
    expect(links[1]?.token).not.toBe(link.token);
    expect(links[1]?.reference).toBe(`${orderId}-2`);
  });

  test('paying the difference settles it without moving the order again', async () => {
    const { orderId, link } = await world.activeLink();
    world.provider.pay(link.reference, 't1');
    await read(link.linkId);
    await world.drain();
    await edit(orderId, { total: '120.0000' });
    await world.book.change(world.db, orderId, { statusId: 3 });
    world.provider.pay(`${orderId}-2`, 't2');
    await read((await world.link(orderId)).linkId);
    await world.drain();
    expect(await world.link(orderId)).toMatchObject({ purpose: 'difference', state: 'completed', flags: [] });
    expect(await world.status(orderId)).toBe(3);
  });

  test('an order that became cheaper after it was paid is offered a refund', async () => {
    const { orderId, link } = await world.activeLink();
    world.provider.pay(link.reference, 't1');
    await read(link.linkId);
    await world.drain();
    await edit(orderId, { total: '80.0000' });
    expect(await world.link(orderId)).toMatchObject({ flags: ['overpaid'], flagged: true });
  });

  test('a refund does not make a later edit ask for the money again', async () => {
    const { orderId, link } = await world.activeLink();
    world.provider.pay(link.reference, 't1');
    await read(link.linkId);
    world.provider.order(link.reference).refunds = [
      { id: 'r1', reference: null, amount: { minor: 2000, currency: 'EUR' }, status: 'pending' },
    ];
    world.provider.clearRefunds(link.reference);
    await read(link.linkId);
    await edit(orderId, { comment: 'thanks' });
    expect(await world.links(orderId)).toHaveLength(1);
  });

  test('another payment method closes the link', async () => {
    const { orderId } = await world.activeLink();
    await edit(orderId, { paymentMethod: { code: 'cod.cod', name: 'Cash' } });
    expect(await world.link(orderId)).toMatchObject({ state: 'cancelled', closedWhy: 'other_method' });
  });

  const cash = { paymentMethod: { code: 'cod.cod', name: 'Cash' } };
  const byLink = { paymentMethod: { code: 'fakepay.fakepay', name: 'FakePay' } };
  const states = async (orderId: number) => (await world.links(orderId)).map(({ state }) => state);

  test('back at a method that makes links, or at it for the first time, the order gets one', async () => {
    const { orderId } = await world.activeLink();
    await edit(orderId, cash);
    await edit(orderId, byLink);
    expect(await states(orderId)).toEqual(['cancelled', 'active']);
    const unlinked = await world.addOrder(cash);
    await edit(unlinked, { comment: 'ring twice' });
    expect(await states(unlinked)).toEqual([]);
    await edit(unlinked, byLink);
    expect(await states(unlinked)).toEqual(['active']);
  });

  test('an order in another status, or whose link a person cancelled, gets none by an edit', async () => {
    const elsewhere = await world.addOrder({ ...cash, statusId: 1 });
    await edit(elsewhere, byLink);
    expect(await states(elsewhere)).toEqual([]);
    const { orderId, link } = await world.activeLink();
    await cancelLink(world.context, link.linkId, { name: 'admin', ip: null });
    await world.drain();
    await edit(orderId, { telephone: '+31 20 1234567' });
    expect(await states(orderId)).toEqual(['cancelled']);
  });
});
