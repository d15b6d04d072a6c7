import fc from 'fast-check';
import { readNotification } from '../../../extension/midtrans/notification';
import { signatureOf } from '../../../extension/midtrans/sign';
import { NotificationRejected, type RawNotification } from '../../../extension/payment_link/gateway';

const KEY = 'SB-Mid-server-EXAMPLEKEY0000000000';
const orderId = 'OC-1042-1760000000000';
const SETTLED =
  'd5f7a06c703d124e62c4279da866cb33e595149aad2cb98bb49eeca99eb12c44edc2e326c975a9b2520cad5c10316962401d82dd12c4f2681122e646b9f5cfd8';

test.each([
  ['200', '190000.00', SETTLED],
  [
    '201',
    '190000.00',
    '859d6e3eb63ded8ad5b45eeff18dbcfdd0e2954b08fa4412b64f6df0741990fe72c510334dce2f43f969a98f2a443df667872b1a50f2b9a4f0a9860cfda40a77',
  ],
  [
    '200',
    '190000',
    '4569df622bffa5dee039e569d3be379045a9896adb4d3d24404d5e7f3d3c44cd8ab1b47700b23db3159daaa8ffb239610a5b23214ad242494488e7a46665d464',
  ],
])('signs status code %s and amount %s as the provider does', (statusCode, grossAmount, signature) => {
  expect(signatureOf({ orderId, statusCode, grossAmount }, KEY)).toBe(signature);
});

function posted(body: unknown, given: Partial<RawNotification> = {}): RawNotification {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { method: 'POST', body: Buffer.from(text), headers: {}, query: {}, receivedAt: 0, ...given };
}

const NEWS = {
  order_id: orderId,
  status_code: '200',
  gross_amount: '190000.00',
  signature_key: SETTLED,
  transaction_status: 'settlement',
};

test('the news of an attempt names its link, whose own dashes stay', () => {
  const hint = { reference: 'OC-1042', signed: true, ignorable: false, providerStatus: 'settlement' };
  expect(readNotification(posted(NEWS), KEY)).toEqual(hint);
});

test('numbers where text was signed read the same', () => {
  const numbers = { ...NEWS, status_code: 200, gross_amount: 190000 };
  expect(readNotification(posted(numbers), KEY).reference).toBe('OC-1042');
});

test.each([
  ['another amount', { ...NEWS, gross_amount: '190001.00' }],
  ['another order', { ...NEWS, order_id: 'OC-1043-1760000000000' }],
  ['no signature', { ...NEWS, signature_key: undefined }],
  ['a signature that is no text', { ...NEWS, signature_key: ['x'] }],
  ['no JSON', '{'],
  ['no object', '"OK"'],
])('refuses %s', (_what, body) => {
  expect(() => readNotification(posted(body), KEY)).toThrow(NotificationRejected);
});

test('refuses a GET and another key', () => {
  expect(() => readNotification(posted(NEWS, { method: 'GET' }), KEY)).toThrow(NotificationRejected);
  expect(() => readNotification(posted(NEWS), 'another key')).toThrow(NotificationRejected);
});

test('whatever arrives is refused, and nothing else happens', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (body) => {
      expect(() => readNotification(posted(body), KEY)).toThrow(NotificationRejected);
    }),
  );
});
