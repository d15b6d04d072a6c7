import { acceptNotification } from '../../../../extension/payment_link/notify/notify';
import { keepSigned } from '../../../../extension/payment_link/notify/keep_signed';
import { listNotifications, type NewNotification } from '../../../../extension/payment_link/notify/notifications';
import type { Link } from '../../../../extension/payment_link/link/link_row';
import { sweepRound } from '../../../../extension/payment_link/sweep/sweep';
import { DAY_MS, MINUTE_MS } from '../../../../system/clock';
import { linkWorld, type LinkWorld } from '../../../support/link_world';

describe('notifications', () => {
  let world: LinkWorld;
  let orderId: number;
  let link: Link;
  beforeEach(async () => {
    world = await linkWorld();
    ({ orderId, link } = await world.activeLink());
  });
  afterEach(() => world.destroy());

  const send = (
    options: { method?: 'GET' | 'POST'; auth?: string; query?: Record<string, string>; token?: string } = {},
  ) =>
    acceptNotification(
      world.context,
      'fakepay',
      options.token ?? link.notifyToken,
      {
        method: options.method ?? 'POST',
        body: Buffer.from('{}'),
        headers: { auth: options.auth ?? 'good' },
        query: { transactionid: link.reference, ...options.query },
        receivedAt: world.now,
      },
      '203.0.113.9',
    );
  const outcomes = async () => (await listNotifications(world.db, link.linkId, 100)).map((row) => row.outcome);

  test('a signed one is kept, answered at once, and leads to one read and a settlement', async () => {
    world.provider.pay(link.reference, 't1');
    expect(await send()).toEqual({ kind: 'accepted', body: 'OK' });
    expect(world.provider.count('read')).toBe(0);
    await world.drain();
    expect((await world.link(orderId)).state).toBe('completed');
    expect(await outcomes()).toEqual(['read']);
  });

  test('signed ones that come at the same moment share one commit; each link is read once', async () => {
    const links = [link];
    for (let more = 0; more < 2; more++) links.push((await world.activeLink()).link);
    const row = (of: Link): NewNotification => ({
      ...{ link_id: of.linkId, gateway: of.gateway, reference: of.reference, method: 'POST', signed: 1, ip: null },
      ...{ provider_status: null, outcome: 'accepted', body: '{}', received_at: world.now },
    });
    let commits = 0;
    world.db.on('query', ({ sql }: { sql: string }) => (commits += /^commit/i.test(sql) ? 1 : 0));
    await Promise.all([...links, ...links].map((of) => keepSigned(world.context, row(of))));
    // The first one waits for nobody, the other five for the first.
    expect(commits).toBe(2);
    for (const of of links) expect(await listNotifications(world.db, of.linkId, 100)).toHaveLength(2);
    await world.drain();
    expect(world.provider.count('read')).toBe(3);
  });

  test('what it says is not believed: without money at the provider nothing happens', async () => {
    await send();
    await world.drain();
    expect((await world.link(orderId)).state).toBe('active');
    expect(await world.status(orderId)).toBe(20);
  });

  test('twenty at once are one read', async () => {
    await Promise.all(Array.from({ length: 20 }, () => send()));
    await world.drain();
    expect(world.provider.count('read')).toBe(1);
    expect(await outcomes()).toHaveLength(20);
  });

  test('an unknown token, or the pay token, is unknown and nothing is stored', async () => {
    expect(await send({ token: 'nobody' })).toEqual({ kind: 'unknown' });
    expect(await send({ token: link.token })).toEqual({ kind: 'unknown' });
    expect(await outcomes()).toEqual([]);
  });

  test('a bad signature is rejected, five an hour are kept, and none leads to a read', async () => {
    for (let n = 0; n < 9; n++) expect(await send({ auth: 'forged' })).toEqual({ kind: 'rejected' });
    expect(await outcomes()).toEqual(Array(5).fill('rejected'));
    await world.drain();
    expect(world.provider.count('read')).toBe(0);
  });

  test('one that names another link is rejected', async () => {
    expect(await send({ query: { transactionid: 'other-1' } })).toEqual({ kind: 'rejected' });
  });

  test('unsigned ones ask for one read a minute, however many come', async () => {
    for (let second = 0; second < 120; second++) {
      await send({ method: 'GET' });
      await world.drain();
      world.now += 1000;
    }
    expect(world.provider.count('read')).toBe(2);
  });

  test('unsigned ones wait for a minute after the last read, whoever asked for it', async () => {
    await send();
    await world.drain();
    world.now += 5000;
    await send({ method: 'GET' });
    await world.pass(50_000, 1000);
    expect(world.provider.count('read')).toBe(1);
    await world.pass(20_000, 1000);
    expect(world.provider.count('read')).toBe(2);
  });

  test('unsigned ones fill one row a minute, also while the provider cannot be read', async () => {
    world.provider.readsFail = true;
    for (let n = 0; n < 30; n++) {
      await send({ method: 'GET' });
      await world.drain();
      world.now += 1000;
    }
    expect(await outcomes()).toEqual(['accepted']);
  });

  test('one that announces nothing is kept and not read', async () => {
    expect(await send({ query: { payload_type: 'pretransaction' } })).toMatchObject({ kind: 'accepted' });
    await world.drain();
    expect(world.provider.count('read')).toBe(0);
    expect(await outcomes()).toEqual(['ignored']);
  });

  test('they are verified with the key the link was made with, though the settings have another by now', async () => {
    const keys: string[] = [];
    const open = world.provider.open.bind(world.provider);
    world.provider.open = ((account: { apiKey: string }) => {
      keys.push(account.apiKey);
      return open();
    }) as typeof world.provider.open;
    world.settings['api_key'] = 'another-key';
    await send();
    expect(keys).toEqual(['test-key-0123456789']);
  });

  test('they are kept for ninety days', async () => {
    await send();
    world.now += 89 * DAY_MS;
    await sweepRound(world.context);
    expect(await outcomes()).toHaveLength(1);
    world.now += DAY_MS + MINUTE_MS;
    await sweepRound(world.context);
    expect(await outcomes()).toHaveLength(0);
  });
});
