import { payState, refreshSeconds, type PayMoment, type PayVisit } from '../../../catalog/pay/pay_state';
import { masked } from '../../../catalog/pay/masked_address';
import type { Link } from '../../../extension/payment_link/link/link_row';
import type { Payment } from '../../../extension/payment_link/settle/payments';
import { money } from '../../../system/money';

const NOW = Date.UTC(2026, 0, 5);
const HOUR = 3_600_000;

function link(given: Partial<Link>): Link {
  const usual = { linkId: 1, state: 'active', amount: money(2500, 'EUR'), expiresAt: NOW + HOUR, closedAt: null };
  return { ...usual, closedWhy: null, createdAt: NOW - 1000, ...given } as Link;
}

function payment(given: Partial<Payment>): Payment {
  return { linkId: 1, state: 'paid', amount: money(2500, 'EUR'), refunded: money(0, 'EUR'), ...given } as Payment;
}

const visit = (moment: PayMoment = 'open', looks = 0): PayVisit => ({ moment, looks, now: NOW });
const stateOf = (given: Partial<Link>, payments: readonly Partial<Payment>[] = [], how = visit()) =>
  payState({ link: link(given), payments: payments.map(payment) }, how);

test.each<[Partial<Link>, string]>([
  [{}, 'payable'],
  [{ state: 'declined' }, 'payable'],
  [{ expiresAt: NOW }, 'expired'],
  [{ expiresAt: null }, 'payable'],
  [{ state: 'requested' }, 'being_made'],
  [{ state: 'requested', createdAt: NOW - HOUR }, 'being_made_long'],
  [{ state: 'failed' }, 'failed'],
  [{ state: 'expired' }, 'expired'],
  [{ state: 'cancelled', closedWhy: 'by_hand' }, 'cancelled'],
  [{ state: 'cancelled', closedWhy: 'provider' }, 'ended'],
  [{ state: 'cancelled', closedWhy: 'paid_otherwise' }, 'paid_otherwise'],
  [{ state: 'replaced', closedWhy: 'renewed', closedAt: NOW - 5000 }, 'being_made'],
  [{ state: 'replaced', closedWhy: 'renewed', closedAt: NOW - HOUR }, 'cancelled'],
  [{ state: 'used_up' }, 'cancelled'],
  [{ state: 'completed' }, 'paid'],
])('without a payment, a link that is %p is %s', (given, state) => {
  expect(stateOf(given)).toBe(state);
});

test.each<[string, Partial<Link>, readonly Partial<Payment>[]]>([
  ['paid', { state: 'completed' }, [{}]],
  ['paid', { state: 'completed' }, [{ state: 'failed' }, {}]],
  ['partly_refunded', { state: 'completed' }, [{ state: 'partially_refunded' }]],
  ['refunded', { state: 'completed' }, [{ state: 'refunded' }]],
  ['reversed', { state: 'completed' }, [{ state: 'charged_back' }]],
  ['on_its_way', {}, [{ state: 'pending' }]],
  ['payable', {}, [{ state: 'pending', linkId: 7 }]],
  ['payable', { state: 'declined' }, [{ state: 'failed' }]],
  ['being_checked', {}, [{ amount: money(2400, 'EUR') }]],
  ['being_checked', { state: 'expired' }, [{ amount: money(2500, 'USD') }]],
])('%s: a link that is %p with payments %p', (state, given, payments) => {
  expect(stateOf(given, payments)).toBe(state);
});

describe('several attempts behind one address', () => {
  test('money that came in by an earlier one has paid the order', () => {
    expect(stateOf({ linkId: 2, state: 'cancelled' }, [{ linkId: 1 }])).toBe('paid');
    expect(stateOf({ linkId: 2 }, [{ linkId: 1, amount: money(99, 'EUR') }])).toBe('paid');
  });

  test('a second payment that was given back leaves the first', () => {
    expect(stateOf({ state: 'completed' }, [{}, { state: 'refunded' }])).toBe('paid');
  });

  test('a new link after all was given back can be paid', () => {
    expect(stateOf({ linkId: 2 }, [{ linkId: 1, state: 'refunded' }])).toBe('payable');
  });
});

test('who pressed Pay on a used up attempt is told that another is being made, then may press again', () => {
  const usedUp = { opens: 18 };
  expect(stateOf(usedUp, [], visit('pressed', 0))).toBe('being_made');
  expect(stateOf(usedUp, [], visit('pressed', 3))).toBe('being_made');
  expect(stateOf(usedUp, [], visit('pressed', 4))).toBe('payable');
  expect(stateOf(usedUp, [], visit('open'))).toBe('payable');
  // The next attempt is there.
  expect(stateOf({ opens: 0 }, [], visit('pressed', 1))).toBe('payable');
});

describe('back from the provider', () => {
  test('the page waits a few looks for the truth, then offers to pay again', () => {
    expect(stateOf({}, [], visit('returned', 0))).toBe('checking');
    expect(stateOf({}, [], visit('returned', 3))).toBe('checking');
    expect(stateOf({}, [], visit('returned', 4))).toBe('payable');
  });

  test('what is known needs no waiting, and a cancelled visit never waits', () => {
    expect(stateOf({ state: 'declined' }, [], visit('returned'))).toBe('payable');
    expect(stateOf({ state: 'completed' }, [{}], visit('returned'))).toBe('paid');
    expect(stateOf({}, [], visit('cancelled'))).toBe('payable');
  });
});

test('the page looks again by itself only while something may change, and not for ever', () => {
  expect(refreshSeconds('being_made', visit())).toBe(2);
  expect(refreshSeconds('checking', visit('returned'))).toBe(3);
  expect(refreshSeconds('payable', visit())).toBeNull();
  expect(refreshSeconds('paid', visit('returned'))).toBeNull();
  expect(refreshSeconds('being_made', visit('open', 40))).toBeNull();
});

test('an address is told by its first letter and its domain only', () => {
  expect(masked('jan@example.com')).toBe('j•••@example.com');
  expect(masked('"a@b"@example.com')).toBe('"•••@example.com');
  for (const none of ['', 'nobody', '@x']) expect(masked(none)).toBe('•••');
});
