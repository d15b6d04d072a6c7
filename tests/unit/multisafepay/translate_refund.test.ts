import { readOrder } from '../../../extension/multisafepay/order_shape';
import { refundBody } from '../../../extension/multisafepay/translate_refund';
import type { RefundRequest } from '../../../extension/payment_link/gateway';
import { money } from '../../../system/money';

const CART = {
  shopping_cart: {
    items: [
      { name: '2 x iPhone', quantity: '2', unit_price: '100.00', merchant_item_id: '40', tax_table_selector: '21' },
      {
        name: 'Flat Shipping Rate',
        quantity: 1,
        unit_price: 5,
        merchant_item_id: 'msp-shipping',
        tax_table_selector: '21',
      },
    ],
  },
  checkout_options: { default: [], alternate: [{ name: '21', rules: [{ rate: '0.21' }] }] },
};
const IDEAL = readOrder({ order_id: '42-1', payment_details: { type: 'IDEAL' }, ...CART });
const KLARNA = readOrder({ order_id: '42-1', payment_details: { type: 'KLARNA' }, ...CART });

function refunding(given: Partial<RefundRequest> = {}): RefundRequest {
  return {
    reference: '42-1',
    refundReference: '42-1-r1',
    amount: money(12100, 'EUR'),
    reason: 'One <b>broken</b>',
    lines: [],
    ...given,
  };
}

test('most methods take an amount, a plain reason and our own number', () => {
  expect(refundBody(refunding(), IDEAL)).toEqual({
    currency: 'EUR',
    amount: 12100,
    description: 'One broken',
    refund_order_id: '42-1-r1',
  });
});

test('zero, which the provider reads as everything, is refused', () => {
  for (const minor of [0, -1]) {
    expect(() => refundBody(refunding({ amount: money(minor, 'EUR') }), IDEAL)).toThrow('more than zero');
  }
});

test('pay-later methods take the whole cart again with the returned lines negated', () => {
  const body = refundBody(refunding({ lines: [{ id: '40', quantity: 1 }] }), KLARNA) as {
    checkout_data: { items: { merchant_item_id: string; quantity: number; unit_price: number }[] };
  };
  expect(body).not.toHaveProperty('amount');
  expect(body.checkout_data.items.map(({ merchant_item_id, quantity }) => [merchant_item_id, quantity])).toEqual([
    ['40', 2],
    ['msp-shipping', 1],
    ['40', -1],
  ]);
  expect(body.checkout_data.items[2]).toMatchObject({ unit_price: 100, tax_table_selector: '21' });
});

test('an amount without lines becomes one free negative line', () => {
  const { checkout_data: data } = refundBody(refunding({ amount: money(1000, 'EUR') }), KLARNA) as {
    checkout_data: { items: unknown[] };
  };
  expect(data.items).toHaveLength(3);
  expect(data.items[2]).toMatchObject({ quantity: 1, unit_price: -10, merchant_item_id: 'refund-42-1-r1' });
});

test('lines that were not paid, or do not come to the amount, are refused', () => {
  const chosen = (id: string, quantity: number) => () => refundBody(refunding({ lines: [{ id, quantity }] }), KLARNA);
  expect(chosen('41', 1)).toThrow('no 1 of line 41');
  expect(chosen('40', 3)).toThrow('no 3 of line 40');
  expect(chosen('40', 2)).toThrow('come to 242.00, not 121.00');
});
