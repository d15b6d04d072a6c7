import { multisafepay } from '../../../extension/multisafepay/manifest';
import { multisafepayProvider } from '../../../extension/multisafepay/provider';
import { multisafepay as texts } from '../../../language/en-gb/payment/multisafepay';
import { defaultsOf } from '../../../system/settings';

const provider = multisafepayProvider({
  apiUrl: { test: 'http://127.0.0.1:9', live: 'http://127.0.0.1:9' },
  parallel: 1,
});
const defaults = defaultsOf(multisafepay.settings);
afterAll(() => provider.close());

test('a fresh shop is off, in the test account, with thirty days and no reminders', () => {
  expect(defaults).toMatchObject({
    status: false,
    environment: '1',
    days_active: 30,
    unit_lifetime_payment_link: 'days',
    generate_payment_links_status: false,
    second_chance: false,
    order_status_id_completed: 2,
    order_status_id_cancelled: 7,
    order_status_id_expired: 14,
    order_status_id_shipped: 3,
    order_status_id_refunded: 11,
    order_status_id_chargedback: 13,
    order_status_id_declined: 0,
  });
});

test('every field has a label, a help line and a tab with a name', () => {
  const known = new Set(Object.keys(texts));
  const wanted = multisafepay.settings.flatMap((field) => [
    field.label,
    `help_${field.key}`,
    `tab_${field.tab}`,
    ...(field.kind === 'choice' ? field.options.map((option) => option.label) : []),
  ]);
  expect(wanted.filter((key) => !known.has(key))).toEqual([]);
  expect(multisafepay.tabs.filter((tab) => !known.has(`tab_${tab}`))).toEqual([]);
});

test('every fault of the settings has words', () => {
  const faulty = {
    status: true,
    environment: '0',
    reference_prefix: 'a b',
    days_active: 400,
    unit_lifetime_payment_link: 'days',
  };
  const values = { ...defaults, ...faulty, generate_payment_links_status: true };
  const errors = multisafepay.check(values, { statusIds: [1, 2], takenStatusIds: [], storeName: 'Shop' });
  expect(errors).toEqual({
    api_key: 'error_api_key',
    days_active: 'error_lifetime',
    reference_prefix: 'error_prefix',
    order_status_id_initialize_payment_request: 'error_payment_request_missing',
  });
  expect(Object.values(errors).filter((key) => !(key in texts))).toEqual([]);
});

test.each([
  [17, {}],
  [99, { order_status_id_initialize_payment_request: 'error_payment_request_deleted' }],
  [2, { order_status_id_initialize_payment_request: 'error_payment_request_mapped' }],
])('Payment Request may be status %d only when it exists and serves nothing else', (statusId, errors) => {
  const values = {
    ...defaults,
    generate_payment_links_status: true,
    order_status_id_initialize_payment_request: statusId,
  };
  expect(multisafepay.check(values, { statusIds: [1, 2, 17], takenStatusIds: [], storeName: 'Shop' })).toEqual(errors);
});

test('a description counts as long as it becomes, not as its template', () => {
  const values = { ...defaults, order_description: `{order_id} {store} ${'x'.repeat(180)}` };
  expect(multisafepay.check(values, { statusIds: [], takenStatusIds: [], storeName: 'Short' })).toEqual({});
  const longer = multisafepay.check(values, { statusIds: [], takenStatusIds: [], storeName: 'A much longer name' });
  expect(longer).toEqual({ order_description: 'error_description' });
});

test('the account follows the chosen environment, and there is none without a key', () => {
  const keys = { sandbox_api_key: ' test-key ', api_key: 'live-key' };
  expect(provider.accountOf({ environment: '1', ...keys })).toMatchObject({ environment: 'test', apiKey: 'test-key' });
  expect(provider.accountOf({ environment: '0', ...keys })).toMatchObject({ environment: 'live', apiKey: 'live-key' });
  expect(provider.accountOf({ environment: '0', sandbox_api_key: 'x', api_key: ' ' })).toBeNull();
});

test('currencies without two decimals wait for the owner’s confirmation', () => {
  expect(provider.refusesCurrency('EUR', {})).toBeNull();
  for (const currency of ['JPY', 'KWD']) {
    expect(provider.refusesCurrency(currency, {})).toContain('Ask MultiSafepay');
    expect(provider.refusesCurrency(currency, { confirmed_currencies: [currency] })).toBeNull();
  }
  expect(provider.refusesCurrency('XYZ', { confirmed_currencies: ['XYZ'] })).toContain('ISO 4217');
});
