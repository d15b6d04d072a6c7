import type { Link } from '../../../extension/payment_link/link/link_row';
import { t } from '../../../system/db/table';
import { textOf } from '../../support/agent';
import { customerOf, orderWithLink } from '../../support/customer';
import { startProgram, type ProgramRoom } from '../../support/program';

let shop: ProgramRoom;
let link: Link;
beforeAll(async () => {
  shop = await startProgram();
  link = await orderWithLink(shop);
});
afterAll(() => shop.close());

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${shop.url}${path}`, { headers });
const page = async (path: string, headers: Record<string, string> = {}) => (await get(path, headers)).text();

test('nobody stores, finds or passes on the address of the page, and its form leads to the provider only', async () => {
  const { headers } = await get(`/pay/${link.token}`);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('x-robots-tag')).toContain('noindex');
  const policy = headers.get('content-security-policy') ?? '';
  const targets = /form-action ([^;]*)/.exec(policy)?.[1]?.split(' ');
  expect(targets).toEqual(["'self'", 'https://*.multisafepay.com', new URL(link.url ?? '').origin]);
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
});

test('a link for one method may be handed on to its bank, whose address nobody knows beforehand', async () => {
  const one = await orderWithLink(shop);
  await shop.db(t(shop.db, 'payment_link')).where('link_id', one.linkId).update({ method: 'IDEAL' });
  const policy = (await get(`/pay/${one.token}`)).headers.get('content-security-policy') ?? '';
  expect(/form-action ([^;]*)/.exec(policy)?.[1]?.split(' ')).toContain('https:');
});

test('the whole page with its styles and its script weighs less than 60 kB', async () => {
  const html = await page(`/pay/${link.token}`);
  const files = [...html.matchAll(/(?:href|src)="([^"]*\/assets\/[^"]+)"/g)].map((found) => found[1] ?? '');
  expect(files.length).toBeGreaterThan(1);
  const sizes = await Promise.all(files.map(async (file) => (await (await get(file)).arrayBuffer()).byteLength));
  expect(html.length + sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(60_000);
});

test('the page speaks the order’s language, another when asked, and its links keep that', async () => {
  const english = await page(`/pay/${link.token}`);
  expect(english).toContain('<html lang="en-GB">');
  for (const name of ['English', 'Nederlands', 'Deutsch', 'Français', 'Español', 'Italiano', 'Bahasa Indonesia']) {
    expect(english).toContain(`>${name}</a>`);
  }
  const german = await get(`/pay/${link.token}?language=de-de`);
  const html = await german.text();
  expect(html).toContain('<html lang="de-DE">');
  expect(textOf(html)).toMatch(/Zu zahlen [\d.,]+ € [\d.,]+ € bezahlen/);
  expect(html).toContain(`action="/pay/${link.token}?language=de-de&amp;amount=`);
  const cookie = german.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/^pay_language=de-de; Path=\/pay\/[\w-]+; HttpOnly; SameSite=Lax$/);
  const back = await page(`/pay/${link.token}/cancel`, { cookie: cookie.split(';')[0] ?? '' });
  expect(back).toContain('<html lang="de-DE">');
  expect(await page(`/pay/${link.token}?language=tlh`)).toContain('<html lang="en-GB">');
});

test('who presses Pay on a page that names an older amount sees the new one before paying it', async () => {
  const edited = await orderWithLink(shop);
  const press = async (html: string) => {
    const action = /<form method="post" action="([^"]+)" class="pay">/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    const answer = await fetch(`${shop.url}${action ?? ''}`, { method: 'POST', redirect: 'manual' });
    return answer.headers.get('location') ?? '';
  };
  const before = await page(`/pay/${edited.token}`);
  const minor = edited.amount.minor + 1000;
  await shop.db(t(shop.db, 'payment_link')).where('link_id', edited.linkId).update({ amount_minor: minor });
  const back = await press(before);
  expect(back).toBe(`/pay/${edited.token}?changed=1`);
  const now = await page(back);
  expect(textOf(now)).toContain('The amount has changed since you opened this page.');
  expect(await press(now)).toMatch(/^http.*connect/);
});

test('a line with tax in it says so: the sub-total below is without', async () => {
  expect(textOf(await page(`/pay/${link.token}`))).toMatch(/incl\. tax €[\d.]+ .*Sub-Total/);
});

test('the expiry is said in the shop’s zone, named, with the moment for the payer’s own', async () => {
  const html = await page(`/pay/${link.token}`);
  expect(html).toContain(`<time datetime="${new Date(link.expiresAt ?? 0).toISOString()}">`);
  expect(textOf(html)).toMatch(/Please pay by \d+ \w+ \d{4} at \d\d:\d\d (GMT|UTC|CET|CEST)/);
});

test('an address that is none is told so in the browser’s language, in the same look, and nothing else', async () => {
  for (const path of ['/pay/AAAAAAAAAAAAAAAAAAAAAA', '/pay/%00', '/pay/x', '/pay/AAAAAAAAAAAAAAAAAAAAAA/return']) {
    const answer = await get(path, { 'accept-language': 'nl-BE, en;q=0.5' });
    const html = await answer.text();
    expect([path, answer.status]).toEqual([path, 404]);
    expect(textOf(html)).toContain('Deze pagina bestaat niet');
    expect(html).not.toContain('Canal House');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  }
  for (const path of ['', '/new']) {
    const answer = await fetch(`${shop.url}/pay/AAAAAAAAAAAAAAAAAAAAAA${path}`, { method: 'POST', redirect: 'manual' });
    expect([path, answer.status]).toEqual([path, 404]);
  }
});

test('an address that leads nowhere answers people with a page, programs with a line, and says that this is a demo', async () => {
  const asked = await get('/no/such/page', { accept: 'text/html,*/*;q=0.8', 'accept-language': 'it' });
  const html = await asked.text();
  expect([asked.status, asked.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
  expect(asked.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(html).toContain('<html lang="it-IT">');
  expect(textOf(html)).toContain('Questa pagina non esiste');
  expect(textOf(html)).toContain('Demo: i pagamenti');
  const program = await get('/no/such/page');
  expect([program.status, program.headers.get('content-type')]).toEqual([404, 'text/plain; charset=utf-8']);
  expect(textOf(await page('/pay/%E0%A4%A'))).toContain('This page does not exist');
});

test('foreign text is shown as text', async () => {
  const order = await orderWithLink(shop, { firstname: '<b>Jan</b>' });
  await shop
    .db(t(shop.db, 'order_product'))
    .where('order_id', order.orderId)
    .update({ name: '&lt;script&gt;x&lt;/script&gt;' });
  const html = (await customerOf(shop, order).page()).html;
  expect(html).not.toContain('<script>x');
  expect(textOf(html)).toContain('<script>x</script>');
});

test('a link without an order says what it is for', async () => {
  const free = await orderWithLink(shop);
  await shop
    .db(t(shop.db, 'payment_link'))
    .where('link_id', free.linkId)
    .update({
      ...{ order_id: null, purpose: 'free', description: 'Deposit for the workshop', amount_minor: 4500 },
    });
  const text = textOf((await customerOf(shop, free).page()).html);
  expect(text).toContain('Payment request Deposit for the workshop');
  expect(text).toContain('To pay €45.00 Pay €45.00');
});
