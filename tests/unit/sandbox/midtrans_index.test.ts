import { midtransRequest, startMidtrans } from './midtrans_support';
import { closeAll } from './support';

afterEach(closeAll);

async function linked() {
  const sandbox = await startMidtrans();
  await sandbox.api('POST', '/v1/payment-links', midtransRequest());
  const page = async () => (await fetch(sandbox.url)).text();
  const press = (action: string, order = 'OC-1042') => {
    const body = new URLSearchParams({ order, environment: 'test', action });
    return fetch(`${sandbox.url}/`, { method: 'POST', body, redirect: 'manual' });
  };
  return { ...sandbox, page, press };
}

it('lists a Midtrans link with its state, its pages and what can be done to it', async () => {
  const { page, press } = await linked();
  const unpaid = await page();
  for (const word of ['OC-1042', 'Pesanan #1042', 'Rp', '>open<', 'used 0 of 1 times']) expect(unpaid).toContain(word);
  for (const label of ['Pay', 'Deny', 'Expire now', 'Choose a method and leave'])
    expect(unpaid).toContain(`>${label}<`);
  expect(unpaid).not.toContain('>Refund<');
  expect(unpaid).toMatch(/href="[^"]*\/payment-links\/k7f2q9x1m4zt8wb3">Payment page/);
  expect((await press('complete')).status).toBe(303);
  const paid = await page();
  for (const label of ['Pay twice', 'Refund half', 'Chargeback']) expect(paid).toContain(`>${label}<`);
  expect(paid).not.toContain('>Deny<');
});

it('refuses in words what cannot be done at Midtrans, and links that are gone', async () => {
  const { press } = await linked();
  const early = await press('refund');
  expect([early.status, await early.text()]).toEqual([422, expect.stringContaining('the link is not paid')]);
  const nobody = await press('complete', 'nobody');
  expect([nobody.status, await nobody.text()]).toEqual([
    404,
    expect.stringContaining('There is no such link any more'),
  ]);
});

it('a link that ran out says so, and leads to no payment page', async () => {
  const { page, press } = await linked();
  await press('expire_link');
  const html = await page();
  expect(html).toContain('>expired<');
  expect(html).not.toContain('Payment page');
});
