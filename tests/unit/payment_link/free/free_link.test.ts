import { requestNewLink } from '../../../../extension/payment_link/person/customer_actions';
import { retryLink } from '../../../../extension/payment_link/make/fail_link';
import { createFreeLink, type FreeLinkWish } from '../../../../extension/payment_link/free/free_link';
import { findNewestByToken, listAttempts } from '../../../../extension/payment_link/link/links';
import { listPayments } from '../../../../extension/payment_link/settle/payments';
import { cancelLink, renewLink, resendLink } from '../../../../extension/payment_link/person/person_actions';
import { askRefund } from '../../../../extension/payment_link/refund/refund';
import { listRefunds } from '../../../../extension/payment_link/refund/refunds';
import { refreshLink } from '../../../../extension/payment_link/settle/refresh_link';
import { DAY_MS } from '../../../../system/clock';
import { money } from '../../../../system/money';
import { t } from '../../../../system/db/table';
import { linkWorld, type LinkWorld } from '../../../support/link_world';

const PERSON = { name: 'ann', ip: null };
const WISH: FreeLinkWish = {
  storeId: 0,
  amount: money(1250, 'EUR'),
  description: 'Spare key',
  email: 'jan@customer.example',
  name: 'Jan de Vries',
  language: 'en-gb',
};

describe('a link without an order', () => {
  let world: LinkWorld;
  const signal = new AbortController().signal;

  beforeEach(async () => {
    world = await linkWorld();
  });
  afterEach(() => world.destroy());

  const make = async (more: Partial<FreeLinkWish> = {}) => {
    const { token } = await createFreeLink(world.context, { ...WISH, ...more }, PERSON);
    await world.drain();
    return newest(token);
  };
  const newest = async (token: string) => (await findNewestByToken(world.db, token))!;
  const mails = async (): Promise<string[]> => {
    const rows: { kind: string; recipient: string }[] = await world.db(t(world.db, 'payment_link_mail'));
    return rows.map(({ kind, recipient }) => `${kind} ${recipient}`);
  };

  test('is made at the provider under a name of its own and mailed to the address given', async () => {
    const link = await make();
    expect(link).toMatchObject({ state: 'active', orderId: null, purpose: 'free', createdBy: 'ann' });
    expect(link.reference).toBe(`F${link.linkId}-1`);
    const { request } = world.provider.order(link.reference);
    expect(request).toMatchObject({ amount: money(1250, 'EUR'), description: 'Spare key', cart: null, delivery: null });
    expect(request.customer).toMatchObject({ firstName: 'Jan', lastName: 'de Vries', email: 'jan@customer.example' });
    expect(await mails()).toEqual(['payment_link jan@customer.example']);
  });

  test('is not mailed to anybody where no address is given', async () => {
    const link = await make({ email: '', name: '' });
    expect(link.state).toBe('active');
    expect(await mails()).toEqual([]);
  });

  test('is paid, and refunded, like any other', async () => {
    const link = await make();
    world.provider.pay(link.reference, 'P1');
    await refreshLink(world.context, link.linkId, signal);
    await world.drain();
    expect((await newest(link.token)).state).toBe('completed');
    expect(await mails()).toContain('paid jan@customer.example');
    const [payment] = await listPayments(world.db, link.linkId);
    const wish = { paymentId: payment!.paymentId, amount: money(500, 'EUR'), lines: [], reason: '', pressKey: 'p1' };
    await askRefund(world.context, wish, PERSON);
    await world.drain();
    expect(world.provider.count('refund')).toBe(1);
    const [refund] = await listRefunds(world.db, link.linkId);
    expect(refund).toMatchObject({ amount: money(500, 'EUR'), state: 'pending', createdBy: 'ann' });
  });

  test('expires at the end of its own life, and the customer may ask for a new one behind the same address', async () => {
    const link = await make({ lifetimeSeconds: DAY_MS / 1000 });
    await world.pass(DAY_MS + 1000);
    expect((await newest(link.token)).state).toBe('expired');
    expect(await requestNewLink(world.context, link.token)).toBe('on_its_way');
    expect(await requestNewLink(world.context, link.token)).toBe('too_often');
    await world.drain();
    const next = await newest(link.token);
    expect(next).toMatchObject({ state: 'active', attempt: 2, reference: `F${link.linkId}-2` });
    expect(next.token).toBe(link.token);
  });

  test('is cancelled at the provider too', async () => {
    const link = await make();
    await cancelLink(world.context, link.linkId, PERSON);
    await world.drain();
    expect((await newest(link.token)).state).toBe('cancelled');
    expect(world.provider.order(link.reference).cancelled).toBe(true);
  });

  test('is renewed with another life: the open attempt gives way to the next', async () => {
    const link = await make();
    await renewLink(world.context, link.linkId, PERSON, { mail: true, lifetimeSeconds: 3600 });
    await world.drain();
    const attempts = await listAttempts(world.db, link.token);
    expect(attempts.map((one) => one.state)).toEqual(['replaced', 'active']);
    expect(attempts[1]!.lifetimeSeconds).toBe(3600);
    expect(await mails()).toHaveLength(2);
  });

  test('paid late by an attempt that had ended closes the one that took its place, and a second payment is marked', async () => {
    const first = await make();
    await cancelLink(world.context, first.linkId, PERSON);
    await world.drain();
    await renewLink(world.context, first.linkId, PERSON, { mail: false });
    await world.drain();
    const { token } = first;
    const heir = await newest(token);
    world.provider.pay(first.reference, 't1');
    await refreshLink(world.context, first.linkId, signal);
    await world.drain();
    expect(world.provider.order(heir.reference).cancelled).toBe(true);
    expect(await listAttempts(world.db, token)).toMatchObject([
      { state: 'completed', flags: ['paid_late'] },
      { state: 'cancelled', closedWhy: 'order_paid' },
    ]);
    world.provider.pay(heir.reference, 't2');
    await refreshLink(world.context, heir.linkId, signal);
    await world.drain();
    expect(await newest(token)).toMatchObject({
      state: 'completed',
      flags: ['paid_twice', 'paid_late'],
      flagged: true,
    });
    expect(await listPayments(world.db, heir.linkId)).toMatchObject([{ paidTwice: true }]);
    expect((await mails()).filter((mail) => mail.startsWith('paid '))).toHaveLength(1);
  });

  test('that the provider refused is asked for again by a person', async () => {
    world.provider.faults = ['refused'];
    const link = await make();
    expect(link.state).toBe('failed');
    expect(await retryLink(world.context, link.linkId, PERSON)).toBe(true);
    await world.drain();
    expect((await newest(link.token)).state).toBe('active');
  });

  test('whose answer was lost is looked up, closed there, and made anew: only one can be paid', async () => {
    world.provider.faults = ['lost_after'];
    const { token } = await make();
    await world.pass(10 * 60_000, 60_000);
    const attempts = await listAttempts(world.db, token);
    expect(attempts.map((one) => one.state)).toEqual(['replaced', 'active']);
    expect(world.provider.order(attempts[0]!.reference).cancelled).toBe(true);
  });

  test('is made once for one key, and the same key with another wish is refused', async () => {
    const once = { key: 'file:row 1', fingerprint: 'a' };
    const first = await make({ once });
    const second = await make({ once });
    expect(second.linkId).toBe(first.linkId);
    expect(world.provider.count('create')).toBe(1);
    await expect(make({ once: { ...once, fingerprint: 'b' } })).rejects.toMatchObject({
      code: 'idempotency_key_reused',
    });
  });

  test('two wishes with one key at once make one link', async () => {
    const once = { key: 'file:row 1', fingerprint: 'a' };
    const both = await Promise.all([1, 2].map(() => createFreeLink(world.context, { ...WISH, once }, PERSON)));
    expect(both[0]!.linkId).toBe(both[1]!.linkId);
  });

  test('says which fields are wrong', async () => {
    const wrong = { amount: money(0, 'EUR'), description: ' ', email: 'nobody', storeId: 9, lifetimeSeconds: 3 };
    await expect(make(wrong)).rejects.toMatchObject({
      code: 'free_link_wrong',
      details: {
        fields: {
          amount: 'error_amount',
          description: 'error_description_missing',
          email: 'error_email',
          store_id: 'error_store',
          lifetime: 'error_lifetime',
        },
      },
    });
    await expect(make({ amount: money(500, 'JPY') })).rejects.toMatchObject({
      details: { fields: { currency: 'JPY must be confirmed with FakePay first.' } },
    });
  });

  test('is refused where no provider makes links', async () => {
    world.settings['generate_payment_links_status'] = false;
    await expect(make()).rejects.toMatchObject({ code: 'no_provider_for_link' });
  });

  test('is mailed again at most five times an hour', async () => {
    const link = await make();
    for (let time = 0; time < 5; time++) await resendLink(world.context, link.linkId, PERSON, {});
    await expect(resendLink(world.context, link.linkId, PERSON, {})).rejects.toMatchObject({ code: 'too_many_mails' });
  });
});
