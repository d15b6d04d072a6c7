import { midtrans } from '../../../extension/midtrans/manifest';
import { midtransProvider } from '../../../extension/midtrans/provider';
import { midtrans as texts } from '../../../language/en-gb/payment/midtrans';
import { defaultsOf } from '../../../system/settings';

const provider = midtransProvider({ apiUrl: { test: 'http://127.0.0.1:9', live: 'http://127.0.0.1:9' }, parallel: 1 });
afterAll(() => provider.close());

test('every field has a label, a help line and a tab with a name, and no text is left over', () => {
  const wanted = midtrans.settings.flatMap((field) => [
    field.label,
    `help_${field.key}`,
    ...(field.kind === 'choice' ? field.options.map((option) => option.label) : []),
  ]);
  const known = Object.keys(texts);
  expect([...wanted, ...midtrans.tabs.map((tab) => `tab_${tab}`)].filter((key) => !known.includes(key))).toEqual([]);
  const spare = known.filter((key) => /^(entry|help|option)_/.test(key) && key !== 'help_methods');
  expect(spare.filter((key) => !wanted.includes(key))).toEqual([]);
});

test('the account follows the chosen environment, whatever the keys look like', () => {
  const keys = { sandbox_api_key: 'Mid-server-x', api_key: 'SB-Mid-server-y' };
  expect(provider.accountOf({ environment: '1', ...keys })).toMatchObject({
    environment: 'test',
    apiKey: 'Mid-server-x',
  });
  expect(provider.accountOf({ environment: '0', ...keys })).toMatchObject({ environment: 'live' });
  expect(provider.accountOf({ environment: '0' })).toBeNull();
});

test('only rupiah can be charged', () => {
  expect(provider.refusesCurrency('IDR', {})).toBeNull();
  expect(provider.refusesCurrency('EUR', {})).toContain('IDR');
});

test('a key is asked for when the extension is switched on', () => {
  expect(
    midtrans.check(
      { ...defaultsOf(midtrans.settings), status: true },
      { statusIds: [], takenStatusIds: [], storeName: 'Shop' },
    ),
  ).toEqual({
    sandbox_api_key: 'error_api_key',
  });
});
