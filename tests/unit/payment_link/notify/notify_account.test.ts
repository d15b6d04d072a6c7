import { NotificationRejected, type GatewayAccount } from '../../../../extension/payment_link/gateway';
import type { Link } from '../../../../extension/payment_link/link/link_row';
import { acceptAccountNotification } from '../../../../extension/payment_link/notify/notify_account';
import { listNotifications } from '../../../../extension/payment_link/notify/notifications';
import { linkWorld, type LinkWorld } from '../../../support/link_world';

describe('notifications at the address of a whole account', () => {
  let world: LinkWorld;
  let ours: Link;
  beforeEach(async () => {
    world = await linkWorld();
    signWithKeys();
    ours = (await world.activeLink()).link;
  });
  afterEach(() => world.destroy());

  /** The provider signs with the account's key: here the key itself stands for the signature. */
  function signWithKeys(): void {
    const open = world.provider.open.bind(world.provider);
    world.provider.open = ((account: GatewayAccount) => ({
      ...open(),
      readNotification: (raw: { headers: Readonly<Record<string, string | undefined>>; body: Buffer }) => {
        if (raw.headers['auth'] !== account.apiKey) throw new NotificationRejected('bad signature');
        return { reference: raw.body.toString(), signed: raw.headers['unsigned'] !== 'yes', ignorable: false };
      },
    })) as unknown as typeof world.provider.open;
  }

  const send = (reference: string, auth: string, more: Record<string, string> = {}) =>
    acceptAccountNotification(
      world.context,
      'fakepay',
      {
        ...{ method: 'POST', body: Buffer.from(reference), headers: { auth, ...more } },
        ...{ query: {}, receivedAt: world.now },
      },
      null,
    );
  const kept = async (link: Link) => (await listNotifications(world.db, link.linkId, 10)).length;

  test('one signed with the key the link was made with leads to a read', async () => {
    world.provider.pay(ours.reference, 't1');
    expect(await send(ours.reference, 'test-key-0123456789')).toEqual({ kind: 'accepted', body: 'OK' });
    await world.drain();
    expect((await world.link(ours.orderId ?? 0)).state).toBe('completed');
  });

  test('one signed with another of the shop’s keys is rejected for this link, and good for its own', async () => {
    world.settings['api_key'] = 'another-key';
    const { link: theirs } = await world.activeLink();
    expect(await send(ours.reference, 'another-key')).toEqual({ kind: 'rejected' });
    expect(await kept(ours)).toBe(0);
    expect(await send(theirs.reference, 'another-key')).toMatchObject({ kind: 'accepted' });
    expect(await kept(theirs)).toBe(1);
  });

  test('one that nobody signed, or that a stranger signed, is rejected', async () => {
    expect(await send(ours.reference, 'a stranger')).toEqual({ kind: 'rejected' });
    expect(await send(ours.reference, 'test-key-0123456789', { unsigned: 'yes' })).toEqual({ kind: 'rejected' });
    expect(await kept(ours)).toBe(0);
  });

  test('news of what is not ours is accepted and forgotten, and a provider that nobody knows is unknown', async () => {
    expect(await send('their-order-7', 'test-key-0123456789')).toMatchObject({ kind: 'accepted' });
    expect(await kept(ours)).toBe(0);
    const raw = { method: 'POST', body: Buffer.alloc(0), headers: {}, query: {}, receivedAt: 0 } as const;
    expect(await acceptAccountNotification(world.context, 'nopay', raw, null)).toEqual({ kind: 'unknown' });
  });
});
