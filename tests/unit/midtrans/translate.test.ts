import fc from 'fast-check';
import { linkBody } from '../../../extension/midtrans/translate';
import { linkOf } from '../../../extension/midtrans/translate_link';
import { readLink, readTransaction } from '../../../extension/midtrans/shapes';
import { cartOf } from '../../../extension/payment_link/cart/cart';
import type { LinkRequest } from '../../../extension/payment_link/gateway';
import { amountToCharge } from '../../../extension/payment_link/order/order_amount';
import { money } from '../../../system/money';
import { aLinkRequest } from '../../support/link_requests';
import { aLine, anOrder, aTotal, VAT_9 } from '../../support/orders';

interface Body {
  readonly transaction_details: { readonly order_id: string; readonly gross_amount: number };
  readonly item_details: readonly { readonly name: string; readonly price: number; readonly quantity: number }[];
  readonly customer_details?: Readonly<Record<string, string>>;
}

function bodyOf(given: Partial<LinkRequest> = {}): Body & Record<string, unknown> {
  return linkBody(aLinkRequest({ amount: money(12_100_000, 'IDR'), ...given })) as unknown as Body &
    Record<string, unknown>;
}

const sumOf = ({ item_details: items }: Body) => items.reduce((sum, { price, quantity }) => sum + price * quantity, 0);

test('asks for whole rupiah, one use, a life, and the way back', () => {
  const body = bodyOf({ method: 'GOPAY' });
  expect(body).toMatchObject({
    transaction_details: { gross_amount: 121_000 },
    usage_limit: 1,
    customer_required: false,
    expiry: { duration: 30, unit: 'days' },
    enabled_payments: ['gopay'],
    title: 'Order 42 from Your Store',
    callbacks: { finish: 'https://shop.example/pay/abcdef/return' },
  });
  expect(bodyOf()).not.toHaveProperty('enabled_payments');
});

test('seconds become minutes, rounded up', () => {
  const body = bodyOf({ lifetime: { value: 90, unit: 'seconds' }, lifetimeSeconds: 90 });
  expect(body['expiry']).toEqual({ duration: 2, unit: 'minutes' });
});

test.each([money(12_100_050, 'IDR'), money(12_100, 'EUR')])('refuses what is no whole rupiah: %j', (amount) => {
  expect(() => bodyOf({ amount })).toThrow('cannot charge');
});

test('the mail address goes out only where the owner and the customer want Midtrans to mail', () => {
  expect(bodyOf().customer_details).toEqual({ first_name: 'Jan', last_name: 'de Vries', phone: '0612345678' });
  expect(bodyOf({ remindersByProvider: true }).customer_details).toMatchObject({ email: 'jan@example.com' });
});

test('texts keep their limits', () => {
  const lines = [
    {
      id: 'x'.repeat(80),
      kind: 'product',
      name: '<b>n</b>'.repeat(40),
      quantity: 1,
      unitPrice: '121000',
      taxRate: '0',
      weight: null,
    } as const,
  ];
  const body = bodyOf({ description: 'd'.repeat(90), cart: { lines } });
  expect(String(body['title'])).toHaveLength(40);
  expect(body.item_details[0]?.name).not.toMatch(/[<>]/);
  expect([...(body.item_details[0]?.name ?? '')].length).toBeLessThanOrEqual(50);
});

test('a cart too long for the provider becomes one line', () => {
  const line = {
    id: '1',
    kind: 'product',
    name: 'n'.repeat(50),
    quantity: 1,
    unitPrice: '100',
    taxRate: '0',
    weight: null,
  } as const;
  const body = bodyOf({ cart: { lines: Array.from({ length: 300 }, () => line) } });
  expect(body.item_details).toHaveLength(1);
  expect(sumOf(body)).toBe(121_000);
});

test('whatever the order, the items come to the amount in whole rupiah', () => {
  const figure = fc.integer({ min: 1, max: 99_999_999 }).map((whole) => (whole / 10_000).toFixed(4));
  fc.assert(
    fc.property(figure, figure, fc.integer({ min: 1, max: 50 }), (total, price, quantity) => {
      const order = anOrder({
        currencyCode: 'IDR',
        currencyValue: '16250.00000000',
        total,
        lines: [aLine({ quantity, price, taxRates: [VAT_9] })],
        totals: [aTotal('tax', price)],
      });
      const body = bodyOf({ amount: amountToCharge(order), cart: cartOf(order) });
      expect(sumOf(body)).toBe(body.transaction_details.gross_amount);
      expect(body.item_details.every((item) => Number.isSafeInteger(item.price))).toBe(true);
    }),
  );
});

const LINK = readLink({ order_id: 'OC-1042', gross_amount: 190000, purchases: [] });
const PAID = {
  transaction_id: '6f0d7a52',
  order_id: 'OC-1042-1760000000000',
  transaction_status: 'settlement',
  fraud_status: 'accept',
  gross_amount: '190000.00',
  payment_type: 'bank_transfer',
  va_numbers: [{ bank: 'bca' }],
};
const seen = (...given: object[]) =>
  linkOf(
    'OC-1042',
    LINK,
    given.map((one) => readTransaction({ ...PAID, ...one })),
  );

test('a settled transaction is a payment with the method as links name it', () => {
  expect(seen({})).toMatchObject({ status: 'paid', providerStatus: 'settlement', amount: { minor: 19_000_000 } });
  expect(seen({}).payments).toMatchObject([
    { id: '6f0d7a52', status: 'paid', method: 'BCA_VA', refunded: { minor: 0 } },
  ]);
});

test.each([
  [{ transaction_status: 'SETTLEMENT' }, 'paid'],
  [{ transaction_status: 'capture', fraud_status: undefined }, 'paid'],
  [{ transaction_status: 'capture', fraud_status: 'challenge' }, 'pending'],
  [{ transaction_status: 'capture', fraud_status: 'deny' }, 'declined'],
  [{ transaction_status: 'settlement', fraud_status: 'deny' }, 'pending'],
  [{ transaction_status: 'authorize' }, 'pending'],
  [{ transaction_status: 'pending' }, 'pending'],
  [{ transaction_status: 'deny' }, 'declined'],
  [{ transaction_status: 'expire' }, 'declined'],
  [{ transaction_status: 'failure' }, 'declined'],
  [{ transaction_status: 'refund' }, 'refunded'],
  [{ transaction_status: 'partial_refund', refund_amount: '1000.00' }, 'partially_refunded'],
  [{ transaction_status: 'chargeback' }, 'charged_back'],
  [{ transaction_status: 'quantum' }, 'pending'],
])('%j means %s', (given, status) => {
  expect(seen(given).status).toBe(status);
});

test('money outweighs whatever attempts failed before or after it', () => {
  const other = { transaction_id: 'other', transaction_status: 'expire' };
  expect([seen(other, {}).status, seen({}, other).status]).toEqual(['paid', 'paid']);
  expect(seen(other).payments).toMatchObject([{ status: 'failed', reason: 'expire' }]);
  expect(seen().status).toBe('open');
});

test('a fee on top is not the order’s money', () => {
  const extra_info = { gross_amount_info: { original_amount: '190000.00' } };
  expect(seen({ gross_amount: '194000.00', extra_info }).payments[0]?.amount.minor).toBe(19_000_000);
});

test('refunds are done once the bank has confirmed them', () => {
  const refunds = [
    { refund_chargeback_id: 7, refund_amount: '1000.00', refund_key: 'r1', bank_confirmed_at: '2026-10-01 10:00:00' },
    { refund_chargeback_id: 8, refund_amount: '500.00', refund_key: 'r2' },
  ];
  const link = seen({ transaction_status: 'partial_refund', refund_amount: '1500.00', refunds });
  expect(link.refunds).toMatchObject([
    { id: '7', reference: 'r1', amount: { minor: 100_000 }, status: 'done' },
    { id: '8', reference: 'r2', amount: { minor: 50_000 }, status: 'pending' },
  ]);
  expect(link.payments[0]?.refunded.minor).toBe(150_000);
});

test('whatever the provider sends, reading it never throws', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (link, transaction) => {
      expect(linkOf('x', readLink(link), [readTransaction(transaction)]).reference).toBe('x');
    }),
  );
});
