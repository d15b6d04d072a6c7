import { readConfig } from '../../../system/config';

function complaint(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (failed) {
    return (failed as Error).message;
  }
  return 'nothing is wrong';
}

describe('the environment', () => {
  test('problems of single values and of values together are told in one message', () => {
    const said = complaint({
      PORT: 'x',
      APP_KEY: 'short',
      SHOP: 'attached',
      DEMO: '0',
      PUBLIC_URL: 'http://shop.example',
    });
    expect(said.split('\n').slice(1)).toEqual([
      expect.stringContaining('PORT must be'),
      expect.stringContaining('SHOP=attached needs DATABASE_URL'),
      expect.stringContaining('PUBLIC_URL must begin with https://'),
      expect.stringContaining('openssl rand -hex 32'),
    ]);
  });

  test('a wrong DATABASE_URL is one problem, not also a missing one', () => {
    const said = complaint({ SHOP: 'attached', DATABASE_URL: 'postgres://h/d' });
    expect(said.split('\n').slice(1)).toEqual([expect.stringContaining('DATABASE_URL must look like')]);
  });

  test('an empty value is the default, but an empty table prefix is a prefix', () => {
    const names = ['PORT', 'HOST', 'DATA_DIR', 'SHOP', 'DEMO', 'LOG_LEVEL', 'DATABASE_PREFIX', 'SMTP_URL'];
    const { databasePrefix, ...rest } = readConfig(Object.fromEntries(names.map((name) => [name, ''])));
    expect(databasePrefix).toBe('');
    const { databasePrefix: _standard, ...standard } = readConfig({});
    expect(rest).toEqual(standard);
  });

  test.each([
    ['PUBLIC_URL', 'https://shop.example/links?from=mail'],
    ['PUBLIC_URL', 'https://shop.example/links#top'],
    ['PUBLIC_URL', 'https://user:word@shop.example'],
    ['DATABASE_URL', 'mysql://user:word@host:3306'],
    ['DATABASE_URL', 'mysql://user:word@host:3306/'],
    ['MULTISAFEPAY_API_URL', 'https://testapi.multisafepay.com'],
    ['MIDTRANS_API_URL', 'https://api.sandbox.midtrans.com/v1/payment-links'],
  ])('%s=%s is refused: it would lead to addresses that are none', (name, value) => {
    expect(complaint({ [name]: value })).toContain(`${name} must look like`);
  });

  test('addresses below a path, and the stand-ins of another machine, are right', () => {
    const config = readConfig({
      PUBLIC_URL: 'https://shop.example/payment-links/',
      MULTISAFEPAY_API_URL: 'http://127.0.0.1:4000/sandbox/multisafepay/v1/json/',
      MIDTRANS_API_URL: 'http://127.0.0.1:4000/sandbox/midtrans',
    });
    expect(config).toMatchObject({
      publicUrl: 'https://shop.example/payment-links',
      basePath: '/payment-links',
      multisafepayApiUrl: 'http://127.0.0.1:4000/sandbox/multisafepay/v1/json',
    });
  });
});

test('https without a counted proxy is worth a warning: nothing here speaks https itself', () => {
  const warned = (env: Record<string, string>) => readConfig({ DEMO: '0', ...env }).warnings.join();
  expect(warned({ PUBLIC_URL: 'https://shop.example' })).toContain('TRUST_PROXY=1');
  expect(warned({ PUBLIC_URL: 'https://shop.example', TRUST_PROXY: '1' })).toBe('');
});
