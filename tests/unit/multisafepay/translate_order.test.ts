import fc from 'fast-check';
import { parseExact } from '../../../extension/multisafepay/exact_json';
import { linkOf } from '../../../extension/multisafepay/translate_order';

const PAID = {
  transaction_id: '4051823',
  order_id: '42-1',
  status: 'completed',
  financial_status: 'completed',
  amount: 12100,
  amount_refunded: 0,
  currency: 'EUR',
  payment_details: { type: 'IDEAL' },
};

test('a completed order is one payment with the method really used', () => {
  const link = linkOf('42-1', PAID);
  expect(link).toMatchObject({
    status: 'paid',
    providerStatus: 'completed',
    amount: { minor: 12100, currency: 'EUR' },
  });
  expect(link.payments).toEqual([
    {
      id: '4051823',
      amount: { minor: 12100, currency: 'EUR' },
      refunded: { minor: 0, currency: 'EUR' },
      status: 'paid',
      method: 'IDEAL',
      reason: null,
      needsCart: false,
    },
  ]);
});

test('numbers as text and text as numbers read the same', () => {
  const odd = {
    ...PAID,
    transaction_id: 4051823,
    order_id: 42,
    amount: '12100',
    amount_refunded: null,
    currency: 'eur',
  };
  expect(linkOf('42', odd).payments).toEqual(linkOf('42-1', PAID).payments);
});

test('a transaction id above 2^53 stays exact, and text that looks like one stays text', () => {
  const parsed = parseExact(
    '{"transaction_id":17310000000000427,"note":"id 17310000000000427, \\"x\\"","rate":0.12345678901234567890}',
  );
  expect(parsed).toMatchObject({ transaction_id: '17310000000000427', note: 'id 17310000000000427, "x"' });
  expect(linkOf('1-1', { ...PAID, ...(parsed as object) }).payments[0]?.id).toBe('17310000000000427');
});

test('reading keeps whatever JSON says, but for long whole numbers', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
      const text = JSON.stringify(value);
      fc.pre(!/\d{16}/.test(text));
      expect(parseExact(text)).toEqual(JSON.parse(text));
    }),
  );
});

test.each([
  ['completed', 'paid'],
  ['shipped', 'paid'],
  ['uncleared', 'pending'],
  ['reserved', 'pending'],
  ['declined', 'declined'],
  ['cancelled', 'cancelled'],
  ['canceled', 'cancelled'],
  ['initialized', 'pending'],
  ['void', 'declined'],
  ['expired', 'declined'],
  ['refunded', 'refunded'],
  ['partial_refunded', 'partially_refunded'],
  ['chargeback', 'charged_back'],
  ['chargedback', 'charged_back'],
  ['Duplicate', 'open'],
  ['quantum', 'unknown'],
  ['', 'unknown'],
])('the status "%s" means %s', (status, expected) => {
  expect(linkOf('1-1', { ...PAID, status, payment_details: {} }).status).toBe(expected);
});

test('an order nobody opened has no payment', () => {
  for (const nothing of [null, '', {}, []]) {
    const link = linkOf('1-1', {
      order_id: '1-1',
      status: 'initialized',
      amount: 100,
      currency: 'EUR',
      payment_details: nothing,
    });
    expect(link).toMatchObject({ status: 'open', payments: [] });
  }
});

test('a bank transfer on its way is pending', () => {
  const link = linkOf('1-1', { ...PAID, status: 'initialized', payment_details: { type: 'BANKTRANS' } });
  expect(link.status).toBe('pending');
  expect(link.payments[0]).toMatchObject({ status: 'pending', method: 'BANKTRANS' });
});

test('an attempt that was only begun is not cut off, and is no payment yet', () => {
  for (const payment_details of [{}, { type: 'IDEAL' }]) {
    const link = linkOf('1-1', { ...PAID, status: 'initialized', payment_details });
    expect(link).toMatchObject({ status: 'pending', providerStatus: 'initialized', payments: [] });
  }
});

test('an authorisation that must be captured by hand is not paid', () => {
  const details = { type: 'VISA', capture: 'manual', capture_remain: 12100 };
  expect(linkOf('1-1', { ...PAID, payment_details: details }).status).toBe('pending');
  expect(linkOf('1-1', { ...PAID, payment_details: { ...details, capture_remain: 0 } }).status).toBe('paid');
});

test('refunds come from the related transactions, by our own reference', () => {
  const related = [
    {
      transaction_id: 5,
      type: 'refund',
      amount: 2100,
      currency: 'EUR',
      status: 'completed',
      refund_order_id: '42-1-r1',
    },
    { transaction_id: 6, type: 'refund', amount: -1000, status: 'reserved', order_id: '42-1' },
    { transaction_id: 7, type: 'refund', amount: 500, status: 'void' },
  ];
  const link = linkOf('42-1', {
    ...PAID,
    status: 'partial_refunded',
    amount_refunded: 2100,
    related_transactions: related,
  });
  expect(link.refunds).toEqual([
    { id: '5', reference: '42-1-r1', amount: { minor: 2100, currency: 'EUR' }, status: 'done' },
    { id: '6', reference: null, amount: { minor: 1000, currency: 'EUR' }, status: 'pending' },
    { id: '7', reference: null, amount: { minor: 500, currency: 'EUR' }, status: 'failed' },
  ]);
  expect(link.payments[0]).toMatchObject({ status: 'partially_refunded', refunded: { minor: 2100 } });
});

test('the refunded amount decides where the status lags behind', () => {
  expect(linkOf('1-1', { ...PAID, amount_refunded: 100 }).status).toBe('partially_refunded');
  expect(linkOf('1-1', { ...PAID, amount_refunded: 12100 }).status).toBe('refunded');
});

test('an unpaid sibling attempt is not a second payment, a paid one is', () => {
  const siblings = (status: string) => [{ transaction_id: 9, type: 'payment', amount: 12100, currency: 'EUR', status }];
  const statuses = (status: string) =>
    linkOf('42-1', { ...PAID, related_transactions: siblings(status) }).payments.map((payment) => payment.status);
  expect(statuses('duplicate')).toEqual(['paid', 'failed']);
  expect(statuses('completed')).toEqual(['paid', 'paid']);
  expect(statuses('initialized')).toEqual(['paid']);
});

test('a void with a chargeback beside it is money taken back', () => {
  const related_transactions = [{ transaction_id: 8, type: 'chargeback', amount: 12100, status: 'completed' }];
  const link = linkOf('1-1', { ...PAID, status: 'void', related_transactions });
  expect([link.status, link.payments[0]?.status]).toEqual(['charged_back', 'charged_back']);
});

test('an attempt that expired leaves the link payable, a link that expired does not', () => {
  expect(linkOf('1-1', { ...PAID, status: 'expired' })).toMatchObject({
    status: 'declined',
    providerStatus: 'expired',
  });
  expect(linkOf('1-1', { ...PAID, status: 'expired', transaction_id: null }).status).toBe('expired');
});

test('the word for the mapping follows what really happened', () => {
  const manual = { type: 'VISA', capture: 'manual', capture_remain: 12100 };
  const related_transactions = [{ transaction_id: 8, type: 'chargeback' }];
  const words = [
    { payment_details: manual },
    { status: 'void', related_transactions },
    { amount_refunded: 1 },
    { amount_refunded: 12100 },
  ].map((change) => linkOf('1-1', { ...PAID, ...change }).providerStatus);
  expect(words).toEqual(['authorized', 'chargedback', 'partial_refunded', 'refunded']);
});

test('a declined payment says why', () => {
  const link = linkOf('1-1', { ...PAID, status: 'declined', reason: 'Insufficient funds', reason_code: 4002 });
  expect(link.payments[0]).toMatchObject({ status: 'failed', reason: 'Insufficient funds (4002)' });
});

test('a payment by gift card names the brand, and pay-later methods ask for the cart', () => {
  const coupon = { type: 'Coupon::Intersolve', coupon_brand: 'VVVGIFTCRD;BOEKENBON' };
  expect(linkOf('1-1', { ...PAID, payment_details: coupon }).payments[0]?.method).toBe('VVVGIFTCRD');
  expect(linkOf('1-1', { ...PAID, payment_details: { type: 'KLARNA' } }).payments[0]?.needsCart).toBe(true);
});

test('whatever the provider sends, reading it never throws', () => {
  const keys = fc.constantFrom(
    'transaction_id',
    'order_id',
    'status',
    'amount',
    'currency',
    'payment_details',
    'related_transactions',
  );
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.dictionary(keys, fc.jsonValue())), (data) => {
      expect(linkOf('1-1', data).reference).toBe('1-1');
    }),
    { numRuns: 500 },
  );
});
