import fc from 'fast-check';
import { readNotification } from '../../../extension/multisafepay/notification';
import { faultOfSignature, signNotification } from '../../../extension/multisafepay/sign';
import { NotificationRejected, type RawNotification } from '../../../extension/payment_link/gateway';

/** The worked example of the provider's signature, with a made-up key. */
const KEY = 'sandbox-key-0f1e2d3c4b5a69788796';
const TIMESTAMP = 1731000123;
const BODY =
  '{"amount":12495,"amount_refunded":0,"currency":"EUR","financial_status":"completed","order_id":"PL-2024-000042-1",' +
  '"status":"completed","transaction_id":1731000000000042}';
const AUTH =
  'MTczMTAwMDEyMzo5ZmZlMmEwODFhOWRlMzQ3YjViZDM4ODc3NzUzMTBlODQ4ZWUyZTU3NmI4ZTVkMTdiNWRiZjIyYzUxZjg4MWE5ZmY1ZTFiNTJl' +
  'ZTA4OGE0ZGQ3Nzc2NTI1NTIzMjExNDM5MjA4MmM4ZWQ5YWRmZjIxN2IwZmQzNzM4NjZiNjMyMA==';
const NOW = TIMESTAMP * 1000;

function posted(given: Partial<RawNotification> = {}): RawNotification {
  return {
    method: 'POST',
    body: Buffer.from(BODY),
    headers: { auth: AUTH },
    query: { transactionid: 'PL-2024-000042-1', timestamp: String(TIMESTAMP) },
    receivedAt: NOW,
    ...given,
  };
}

test('signs as the provider does, whatever blanks stand around the key', () => {
  expect(signNotification(KEY, TIMESTAMP, BODY)).toBe(AUTH);
  expect(signNotification(` ${KEY}\n`, TIMESTAMP, BODY)).toBe(AUTH);
});

test('a signed notification names the order and its status', () => {
  expect(readNotification(posted(), KEY)).toEqual({
    reference: 'PL-2024-000042-1',
    signed: true,
    ignorable: false,
    providerStatus: 'completed',
  });
});

test.each([
  ['another key', posted(), 'another-key'],
  ['no header', posted({ headers: {} }), KEY],
  ['a header that is no base64 pair', posted({ headers: { auth: 'bm9uc2Vuc2U=' } }), KEY],
  ['another body', posted({ body: Buffer.from(BODY.replace('12495', '12496')) }), KEY],
  ['the same body with one blank more', posted({ body: Buffer.from(BODY.replace(':', ': ')) }), KEY],
  ['another order in the address', posted({ query: { transactionid: 'PL-1-1', timestamp: '1' } }), KEY],
])('refuses %s', (_what, raw, key) => {
  expect(() => readNotification(raw, key)).toThrow(NotificationRejected);
});

test('the signature is good from ten minutes after its time to two minutes before', () => {
  const at = (seconds: number) => faultOfSignature(KEY, AUTH, Buffer.from(BODY), NOW + seconds * 1000);
  expect([at(600), at(-120)]).toEqual([null, null]);
  expect([at(601), at(-121)]).toEqual(['too old', 'from the future']);
});

test('a call without timestamp, and one about a pre-transaction, announce nothing', () => {
  const query = { transactionid: 'PL-2024-000042-1' };
  expect(readNotification(posted({ query }), KEY).ignorable).toBe(true);
  const opened = { ...query, timestamp: '1', payload_type: 'pretransaction' };
  expect(readNotification(posted({ query: opened }), KEY).ignorable).toBe(true);
});

test.each([
  ['expired', false],
  ['cancelled', true],
  ['initialized', true],
])(
  'a pre-transaction that is %s: ignored %s, for only the end of the link cannot be taken back',
  (status, ignorable) => {
    const body = Buffer.from(JSON.stringify({ order_id: 'PL-1-1', status, payment_methods: null }));
    const query = { transactionid: 'PL-1-1', timestamp: '1', payload_type: 'pretransaction' };
    const raw = posted({ body, query, headers: { auth: signNotification(KEY, TIMESTAMP, body) } });
    expect(readNotification(raw, KEY)).toMatchObject({ ignorable, signed: true, providerStatus: status });
  },
);

test('a GET is a hint without a signature', () => {
  const asked = posted({ method: 'GET', body: Buffer.alloc(0), headers: {} });
  expect(readNotification(asked, KEY)).toMatchObject({
    reference: 'PL-2024-000042-1',
    signed: false,
    ignorable: false,
  });
  expect(() => readNotification({ ...asked, query: {} }, KEY)).toThrow(NotificationRejected);
});

test('a signed body that is no JSON, or names no order, is refused', () => {
  for (const body of ['', 'OK', '[]', '{"status":"completed"}', '{"order_id":']) {
    const raw = posted({ body: Buffer.from(body), headers: { auth: signNotification(KEY, TIMESTAMP, body) } });
    expect(() => readNotification(raw, KEY)).toThrow(NotificationRejected);
  }
});

test('whatever arrives, it is refused and nothing else happens', () => {
  const anything = fc.record({
    body: fc.uint8Array().map((bytes) => Buffer.from(bytes)),
    headers: fc.dictionary(fc.constantFrom('auth', 'content-type'), fc.string()),
    query: fc.dictionary(fc.constantFrom('transactionid', 'timestamp', 'payload_type'), fc.string()),
  });
  fc.assert(
    fc.property(anything, (given) => {
      expect(() => readNotification(posted(given), KEY)).toThrow(NotificationRejected);
    }),
  );
});
