import { closeAll, linkRequest, optionsTo, receiver, start } from './support';

afterEach(closeAll);

async function ordered() {
  const sandbox = await start();
  const shop = await receiver();
  await sandbox.api('POST', '/orders', linkRequest({ payment_options: optionsTo(shop.url) }));
  const page = async () => (await fetch(sandbox.url)).text();
  const press = async (action: string) => {
    const body = new URLSearchParams({ order: 'PL-42-1', environment: 'test', action });
    return fetch(`${sandbox.url}/`, { method: 'POST', body, redirect: 'manual' });
  };
  return { ...sandbox, page, press };
}

it('says what to do while no shop has asked for a payment', async () => {
  const { url } = await start();
  const answer = await fetch(url);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('No shop has asked for a payment yet.');
});

it('lists an order with its state, its pages and what can be done to it', async () => {
  const { page, press } = await ordered();
  const unpaid = await page();
  expect(unpaid).toContain('PL-42-1');
  expect(unpaid).toContain('initialized');
  for (const label of ['Pay', 'Decline', 'Expire now', 'Choose a method and leave'])
    expect(unpaid).toContain(`>${label}<`);
  expect(unpaid).not.toContain('>Refund<');
  expect(unpaid).toMatch(/href="[^"]*\/connect\/\w+\/">Payment page/);
  expect((await press('complete')).status).toBe(303);
  const paid = await page();
  for (const label of ['Pay twice', 'Refund', 'Chargeback']) expect(paid).toContain(`>${label}<`);
  expect(paid).toContain('completed');
  expect(paid).not.toContain('>Decline<');
});

it('refuses in words what cannot be done, and orders that are gone', async () => {
  const { press, url } = await ordered();
  const early = await press('refund');
  expect([early.status, await early.text()]).toEqual([422, expect.stringContaining('the order is not paid')]);
  const body = new URLSearchParams({ order: 'nobody', action: 'complete' });
  expect((await fetch(`${url}/`, { method: 'POST', body })).status).toBe(404);
});

it('a buyer who leaves the bank’s page has paid nothing, and can still pay', async () => {
  const { press, page, api } = await ordered();
  await press('leave');
  const { body } = await api('GET', '/orders/PL-42-1');
  expect(body.data['status']).toBe('initialized');
  await press('complete');
  expect(await page()).toContain('completed');
});
