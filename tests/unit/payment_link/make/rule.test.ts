import { decide, type LinkFacts } from '../../../../extension/payment_link/make/rule';
import { methodOf, paymentCodeOf } from '../../../../extension/payment_link/gateways/payment_code';
import { mappedStatus, readGatewaySettings } from '../../../../extension/payment_link/gateways/gateway_settings';
import { nextPollAt, nextPollOfClosed } from '../../../../extension/payment_link/settle/poll_plan';
import { nextState } from '../../../../extension/payment_link/settle/record_payments';
import { PAYMENT_STATES } from '../../../../extension/payment_link/link/link';
import { DAY_MS, MINUTE_MS } from '../../../../system/clock';

const due: LinkFacts = {
  on: true,
  requestStatusId: 20,
  orderStatusId: 20,
  ownMethod: true,
  totalMinor: 1,
  alreadyPaid: false,
  linkOpen: false,
  hasKey: true,
  currencyRefusal: null,
};

describe('the rule', () => {
  test('asks when everything holds', () => expect(decide(due)).toEqual({ kind: 'ask' }));

  test.each<[string, Partial<LinkFacts>]>([
    ['other_method', { ownMethod: false }],
    ['off', { on: false }],
    ['no_status_chosen', { requestStatusId: 0, orderStatusId: 0 }],
    ['other_status', { orderStatusId: 1 }],
    ['already_paid', { alreadyPaid: true }],
    ['nothing_to_pay', { totalMinor: 0 }],
    ['nothing_to_pay', { totalMinor: -5 }],
    ['link_open', { linkOpen: true }],
    ['no_key', { hasKey: false }],
    ['currency', { currencyRefusal: 'Confirm it first.' }],
  ])('names the reason %s', (reason, facts) => {
    expect(decide({ ...due, ...facts })).toMatchObject({ kind: 'none', reason });
  });
});

describe('payment codes', () => {
  test.each([
    ['multisafepay.multisafepay', { method: null }],
    ['multisafepay', { method: null }],
    ['multisafepay.ideal', { method: 'IDEAL' }],
    ['multisafepay/ideal', { method: 'IDEAL' }],
    ['multisafepayother.ideal', null],
    ['cod.cod', null],
    ['', null],
  ])('%s', (code, expected) => expect(methodOf(code, 'multisafepay')).toEqual(expected));

  test('and back', () => {
    expect(paymentCodeOf('multisafepay', 'IDEAL')).toBe('multisafepay.ideal');
    expect(paymentCodeOf('multisafepay', null)).toBe('multisafepay.multisafepay');
  });
});

describe('the mapping of statuses', () => {
  const settings = readGatewaySettings({ order_status_id_completed: '2', order_status_id_shipped: 3 });
  test('the provider’s own word goes first, the nearest one else, and nothing is 0', () => {
    expect(mappedStatus(settings, 'paid', 'shipped')).toBe(3);
    expect(mappedStatus(settings, 'paid', 'settlement')).toBe(2);
    expect(mappedStatus(settings, 'expired', 'expired')).toBe(0);
  });
});

describe('reading links without news', () => {
  test('waits until the provider has given up repeating itself, then less and less often', () => {
    expect(nextPollAt({ since: 0, now: 0 })).toBe(50 * MINUTE_MS);
    const pauses: number[] = [];
    for (let now = 0; now < 30 * DAY_MS;) {
      const next = nextPollAt({ since: 0, now });
      pauses.push(next - now);
      now = next;
    }
    const later = pauses.slice(1);
    expect([...later].sort((a, b) => a - b)).toEqual(later);
    expect(pauses.at(-1)).toBe(DAY_MS);
    expect(pauses.length).toBeLessThan(60);
  });

  test('ends for closed ones', () => {
    expect(nextPollOfClosed({ closedAt: 0, now: 0 })).toBe(60 * MINUTE_MS);
    expect(nextPollOfClosed({ closedAt: 0, now: 7 * DAY_MS })).toBeNull();
  });
});

describe('what a payment becomes', () => {
  test('money that came in is never "on its way" or merely failed again', () => {
    for (const before of ['paid', 'partially_refunded', 'refunded'] as const) {
      for (const news of PAYMENT_STATES) expect(['pending', 'failed']).not.toContain(nextState(before, news));
    }
    expect(nextState('paid', 'failed')).toBe('charged_back');
    expect(nextState('refunded', 'paid')).toBe('refunded');
    expect(nextState('failed', 'paid')).toBe('paid');
  });
});
