import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DEMO_TEST_KEY } from '../../../install/demo/settings';
import { startProgram, type ProgramRoom } from '../../support/program';

/** As whoever reaches a demo that is open to the public may use it: its keys are in the source. */
describe('the demo’s stand-in for the provider', () => {
  let shop: ProgramRoom;
  const asked: string[] = [];
  const inner = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('what only this machine should read');
  });
  beforeAll(async () => {
    shop = await startProgram();
    await new Promise<void>((done) => inner.listen(0, '127.0.0.1', done));
  });
  afterAll(async () => {
    await shop.close();
    await new Promise((done) => inner.close(done));
  });

  const post = async (path: string, body: unknown) => {
    const headers = { 'content-type': 'application/json', api_key: DEMO_TEST_KEY };
    const sandbox = `${shop.url}/sandbox/multisafepay`;
    return (await fetch(`${sandbox}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).json();
  };
  const pay = async (orderId: string, notification_url: string) => {
    const pages = { redirect_url: `${shop.url}/a`, cancel_url: `${shop.url}/b` };
    const order = { type: 'paymentlink', order_id: orderId, currency: 'EUR', amount: 1000, description: 'Mug' };
    const payment_options = { notification_url, notification_method: 'POST', ...pages };
    expect(await post('/v1/json/orders', { ...order, payment_options })).toMatchObject({ success: true });
    const act = { order_id: orderId, action: 'complete', method: 'IDEAL' };
    expect(await post('/control', { act, idle: true })).toMatchObject({ success: true });
    const told = (await (await fetch(`${shop.url}/sandbox/multisafepay/control?order_id=${orderId}`)).json()) as object;
    return JSON.stringify(told);
  };

  test('sends nothing to other servers, and shows nothing of what they would answer', async () => {
    const told = await pay('elsewhere-1', `http://127.0.0.1:${(inner.address() as AddressInfo).port}/inner`);
    expect(told).toContain('this stand-in tells its own shop only');
    expect(asked).toEqual([]);
  });

  test('tells the shop itself, at the addresses for notifications alone', async () => {
    expect(await pay('own-1', `${shop.url}/notify/multisafepay/${'x'.repeat(22)}`)).toContain('404');
    expect(await pay('own-2', `${shop.url}/notify/../health`)).toContain('tells its own shop only');
  });
});
