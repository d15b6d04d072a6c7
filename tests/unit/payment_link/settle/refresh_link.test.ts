import type { GatewayLink, PaymentGateway } from '../../../../extension/payment_link/gateway';
import { acceptNotification } from '../../../../extension/payment_link/notify/notify';
import { listPayments } from '../../../../extension/payment_link/settle/payments';
import { linkWorld, type LinkWorld } from '../../../support/link_world';

describe('reading a link', () => {
  let world: LinkWorld;
  beforeEach(async () => {
    world = await linkWorld();
    world.provider.open = decisiveOnly(world.provider.open.bind(world.provider));
  });
  afterEach(() => world.destroy());

  /** A provider that answers with the newest payment alone, and tells of each by a notice that holds its id. */
  function decisiveOnly(open: () => PaymentGateway): () => PaymentGateway {
    return () => {
      const gateway = open();
      const fetchLink: PaymentGateway['fetchLink'] = async (reference, call): Promise<GatewayLink> => {
        const seen = await gateway.fetchLink(reference, call);
        return { ...seen, payments: seen.payments.slice(-1) };
      };
      return {
        ...gateway,
        fetchLink,
        paymentTold: (body) => body || null,
        fetchPayment: async (reference, id, call) =>
          (await gateway.fetchLink(reference, call)).payments.find((payment) => payment.id === id) ?? null,
      };
    };
  }

  test('finds both of two payments that came in between two reads, and flags the second', async () => {
    const { orderId, link } = await world.activeLink();
    for (const id of ['t1', 't2']) {
      world.provider.pay(link.reference, id);
      const raw = { method: 'POST', body: Buffer.from(id), headers: { auth: 'good' }, receivedAt: world.now } as const;
      const query = { transactionid: link.reference };
      await acceptNotification(world.context, 'fakepay', link.notifyToken, { ...raw, query }, null);
    }
    await world.drain();
    const payments = await listPayments(world.db, link.linkId);
    expect(payments.map(({ providerId, paidTwice }) => [providerId, paidTwice])).toEqual([
      ['t1', false],
      ['t2', true],
    ]);
    expect(await world.link(orderId)).toMatchObject({ state: 'completed', flags: ['paid_twice'] });
  });
});
