import { closeAll, linkRequest, start } from './support';

afterEach(closeAll);

const MINUTE = 60_000;
const cart = {
  shopping_cart: {
    items: [line('a', 50, 2), line('b', 3.2644628099, 1)],
  },
  checkout_options: { tax_tables: { alternate: [{ name: '21', rules: [{ rate: 0.21 }] }] } },
};

function line(id: string, unit_price: number, quantity: number) {
  return { name: id, unit_price, quantity, merchant_item_id: id, tax_table_selector: '21' };
}

async function paidOrder(change: Record<string, unknown> = {}, method = 'IDEAL') {
  const sandbox = await start();
  expect((await sandbox.api('POST', '/orders', linkRequest(change))).status).toBe(200);
  const transaction = sandbox.control.act('PL-42-1', 'complete', { method });
  const refund = (body: object) => sandbox.api('POST', '/orders/PL-42-1/refunds', body);
  const read = async () => (await sandbox.api('GET', '/orders/PL-42-1')).body.data;
  return { ...sandbox, transaction, refund, read };
}

describe('a refund', () => {
  it('is reserved at first and executed at midnight in Amsterdam', async () => {
    const { refund, read, transaction, clock, control } = await paidOrder();
    const { body } = await refund({ currency: 'EUR', amount: 2495, description: 'one item', refund_order_id: 'R-1' });
    expect(body.data['transaction_id']).toBe(transaction);
    expect(await read()).toMatchObject({
      status: 'completed',
      amount_refunded: 0,
      related_transactions: [{ type: 'refund', amount: 2495, status: 'reserved', refund_order_id: 'R-1' }],
    });
    clock.advance(11 * 60 * MINUTE);
    control.tick();
    expect(await read()).toMatchObject({
      status: 'partial_refunded',
      financial_status: 'completed',
      amount_refunded: 2495,
      related_transactions: [{ transaction_id: body.data['refund_id'], status: 'completed' }],
    });
  });

  it.each([[{ currency: 'EUR', amount: 0 }], [{ currency: 'EUR' }], [{ currency: 'EUR', amount: '' }]])(
    'of %j gives everything back',
    async (body) => {
      const { refund, read, clock, control } = await paidOrder();
      expect((await refund(body)).status).toBe(200);
      clock.advance(24 * 60 * MINUTE);
      control.tick();
      expect(await read()).toMatchObject({ status: 'refunded', amount_refunded: 12495 });
    },
  );

  it('of more than what is left is refused with 1034, promised money included', async () => {
    const { refund } = await paidOrder();
    expect((await refund({ currency: 'EUR', amount: 12496 })).body.error_code).toBe(1034);
    expect((await refund({ currency: 'EUR', amount: 12000 })).status).toBe(200);
    expect((await refund({ currency: 'EUR', amount: 496 })).body.error_code).toBe(1034);
    expect((await refund({ currency: 'EUR', amount: 495 })).status).toBe(200);
    expect((await refund({ currency: 'EUR', amount: 0 })).body.error_code).toBe(1034);
  });

  it('of the same amount is refused for five minutes', async () => {
    const { refund, clock } = await paidOrder();
    expect((await refund({ currency: 'EUR', amount: 100 })).status).toBe(200);
    clock.advance(5 * MINUTE - 1);
    expect((await refund({ currency: 'EUR', amount: 100 })).body.error_code).toBe(1034);
    clock.advance(1);
    expect((await refund({ currency: 'EUR', amount: 100 })).status).toBe(200);
  });

  it('can be cancelled while it is reserved, and not after', async () => {
    const { refund, read, api, clock, control } = await paidOrder();
    const first = await refund({ currency: 'EUR', amount: 100 });
    const address = `/orders/PL-42-1/refunds/${String(first.body.data['refund_id'])}`;
    expect((await api('PATCH', address, { status: 'void' })).status).toBe(200);
    expect((await api('PATCH', address, { status: 'void' })).body.error_code).toBe(1034);
    clock.advance(24 * 60 * MINUTE);
    control.tick();
    expect(await read()).toMatchObject({ status: 'completed', amount_refunded: 0 });
  });

  it.each([
    [{ currency: 'USD', amount: 1 }, 1002],
    [{ currency: 'EUR', amount: 1.5 }, 1001],
    [{ currency: 'EUR', amount: -1 }, 1001],
  ])('of %j is refused with %i', async (body, code) => {
    const { refund } = await paidOrder();
    expect((await refund(body)).body.error_code).toBe(code);
  });

  it('of an unpaid order, an unknown order or a gift card is refused', async () => {
    const { api, control } = await start();
    await api('POST', '/orders', linkRequest());
    const body = { currency: 'EUR', amount: 1 };
    expect((await api('POST', '/orders/PL-42-1/refunds', body)).body.error_code).toBe(1034);
    expect((await api('POST', '/orders/nobody/refunds', body)).body.error_code).toBe(1006);
    control.act('PL-42-1', 'complete', { method: 'VVVGIFTCRD' });
    expect((await api('POST', '/orders/PL-42-1/refunds', body)).body.error_code).toBe(1034);
  });

  it('by the id of one of two payments gives that one back', async () => {
    const { api, control, transaction } = await paidOrder();
    control.act('PL-42-1', 'pay_twice');
    const { body } = await api('POST', `/orders/${transaction}/refunds`, { currency: 'EUR', amount: 12495 });
    expect(body.data['transaction_id']).toBe(transaction);
  });
});

describe('a refund of a pay-later payment', () => {
  const order = { amount: 12495, gateway: 'KLARNA', ...cart };

  it('needs the lines of the cart', async () => {
    const { refund } = await paidOrder(order, 'KLARNA');
    expect((await refund({ currency: 'EUR', amount: 100 })).body.error_code).toBe(1016);
  });

  it.each([
    ['a negative quantity', line('a', 50, -1), 6050],
    ['a negative price', line('a', -50, 1), 6050],
    ['a free line', { ...line('refund', -10, 1), tax_table_selector: '' }, 1000],
  ])('gives back what %s says', async (_what, negative, amount) => {
    const { refund, read } = await paidOrder(order, 'KLARNA');
    const items = [...cart.shopping_cart.items, negative];
    expect((await refund({ checkout_data: { items } })).status).toBe(200);
    expect(await read()).toMatchObject({ related_transactions: [{ amount }] });
  });

  it('is refused when an original line is missing', async () => {
    const { refund } = await paidOrder(order, 'KLARNA');
    const items = [line('a', 50, 2), line('a', 50, -1)];
    expect((await refund({ checkout_data: { items } })).body.error_code).toBe(1027);
  });
});
