import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateOrder } from '../../../extension/sandbox/multisafepay/validate_order';
import { Refusal } from '../../../extension/sandbox/multisafepay/refusal';
import { closeAll, linkRequest, start } from './support';
import { withoutRecordings } from '../../support/require';

afterEach(closeAll);

function codeOf(change: Record<string, unknown>, trusted: string[] = []): number | null {
  try {
    validateOrder(linkRequest(change), new Set(trusted));
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

const options = (change: Record<string, unknown>) => ({
  payment_options: { ...(linkRequest()['payment_options'] as object), ...change },
});

describe('an order request', () => {
  it.each([
    ['an amount that is no integer', { amount: 12.5 }, 1001],
    ['an amount as text', { amount: '12495' }, 1001],
    ['an amount of zero', { amount: 0 }, 1001],
    ['an unknown currency', { currency: 'EUX' }, 1002],
    ['a currency in lower case', { currency: 'eur' }, 1002],
    ['no order id', { order_id: '' }, 1006],
    ['an order id of 51 characters', { order_id: 'x'.repeat(51) }, 1006],
    ['no description', { description: '' }, 1008],
    ['a description of 201 characters', { description: 'x'.repeat(201) }, 1008],
    ['HTML in the description', { description: 'Order <b>42</b>' }, 1008],
    ['a bad customer address', { customer: { ip_address: '300.1.1.1' } }, 1007],
    ['a bad forwarded address', { customer: { forwarded_ip: 'localhost' } }, 1007],
    ['a country that does not exist', { customer: { country: 'XX' } }, 1018],
    ['a delivery country written out', { delivery: { country: 'NLD' } }, 1018],
    ['a variable of 101 characters', { var2: 'x'.repeat(101) }, 1010],
    ['an unknown gateway', { gateway: 'NOPE' }, 1023],
    ['a direct order without a gateway', { type: 'direct' }, 1023],
    ['a direct order to a gateway that has a page only', { type: 'direct', gateway: 'MISTERCASH' }, 1023],
    ['an unknown type', { type: 'gift' }, 1000],
    ['a life of no days', { days_active: 0 }, 1000],
    ['a life of more than a year', { days_active: 366 }, 1000],
    ['a pay-later method without a cart', { gateway: 'KLARNA' }, 1016],
    ['an http address', options({ redirect_url: 'http://shop.example/return' }), 1016],
    ['a port', options({ notification_url: 'https://shop.example:8443/notify' }), 1016],
    ['an address of 151 characters', options({ cancel_url: `https://shop.example/${'x'.repeat(130)}` }), 1016],
    ['an address that is none', options({ notification_url: '/notify' }), 1016],
    ['an unknown notification method', options({ notification_method: 'PUT' }), 1016],
  ])('with %s is refused', (_what, change, code) => {
    expect(codeOf(change)).toBe(code);
  });

  it.each([
    ['a description of 200 characters that are two units long', { description: '😀'.repeat(200) }],
    ['a less-than sign that opens no tag', { description: 'size < 5' }],
    ['the page with all methods by its old name', { gateway: 'MULTISAFEPAY' }],
    ['an order id of digits as a number', { order_id: 42 }],
    ['seconds beside days', { days_active: 14, seconds_active: 3600 }],
    ['http and a port on the own machine', options({ notification_url: 'http://127.0.0.1:3000/notify' })],
    ['http and a port on localhost', options({ redirect_url: 'http://localhost:3000/return' })],
    ['an IPv6 customer address', { customer: { ip_address: '2001:db8::1' } }],
  ])('with %s is accepted', (_what, change) => {
    expect(codeOf(change)).toBeNull();
  });

  it('may name the host on which the demo itself is reached', () => {
    const change = options({ notification_url: 'http://demo.lan:3000/notify' });
    expect(codeOf(change)).toBe(1016);
    expect(codeOf(change, ['demo.lan:3000'])).toBeNull();
  });

  it('lets seconds win over days', () => {
    expect(validateOrder(linkRequest({ days_active: 14, seconds_active: 3600 }), new Set()).lifetimeSeconds).toBe(3600);
    expect(validateOrder(linkRequest({ days_active: 14 }), new Set()).lifetimeSeconds).toBe(14 * 86_400);
    expect(validateOrder(linkRequest({ days_active: undefined }), new Set()).lifetimeSeconds).toBe(30 * 86_400);
  });

  it('falls back to English for a locale the provider does not speak', () => {
    expect(validateOrder(linkRequest({ customer: { locale: 'en_GB' } }), new Set()).locale).toBe('en_US');
  });

  it('that is no JSON is refused in the usual envelope', async () => {
    const { api } = await start();
    const { status, body } = await api('POST', '/orders', '{"amount":');
    expect([status, body['success'], body.error_code]).toEqual([404, false, 1000]);
  });
});

const golden = join(__dirname, '../../../../shared/golden/oc3');
const bodies = existsSync(golden)
  ? ['reservation', 'no-reservation'].flatMap((set) =>
      readdirSync(join(golden, set))
        .map((name) => join(golden, set, name, 'request-1.body.json'))
        .filter((path) => existsSync(path)),
    )
  : [];

if (bodies.length > 0) {
  describe('requests recorded from a PHP shop', () => {
    it.each(bodies.map((path) => [path.split('/').slice(-3, -1).join('/'), path]))('%s is accepted', (_name, path) => {
      const body = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
      expect(validateOrder(body, new Set())).toMatchObject({ amount: body['amount'], hasCart: true });
    });
  });
} else {
  withoutRecordings('recorded requests of a PHP shop');
}
