import { readConfig } from '../../../system/config';
import { PASSWORD, startAdmin, type AdminRoom } from '../../support/admin_app';

let room: AdminRoom;
afterEach(() => room.close());

/** Logs in as a browser behind a proxy with a certificate does; answers every cookie that was set. */
async function cookiesAt(publicUrl: string, headers: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const { PUBLIC_URL, TRUST_PROXY } = { PUBLIC_URL: publicUrl, TRUST_PROXY: headers['x-forwarded-proto'] ? '1' : '0' };
  room = await startAdmin({ config: readConfig({ DEMO: '0', PUBLIC_URL, TRUST_PROXY }) });
  const home = `${room.url}/admin/common/login`;
  const page = await fetch(home, { headers });
  const csrf = /name="csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  const cookie = page.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const body = new URLSearchParams({ csrf, username: 'admin', password: PASSWORD });
  const answer = await fetch(home, { method: 'POST', redirect: 'manual', headers: { ...headers, cookie }, body });
  expect(answer.status).toBe(303);
  return [...page.headers.getSetCookie(), ...answer.headers.getSetCookie()];
}

test.each([[{}], [{ 'x-forwarded-proto': 'http' }], [{ 'x-forwarded-proto': 'https' }]])(
  'under https every cookie is secure, kept from script and below the admin, with %j of the proxy',
  async (headers) => {
    const cookies = await cookiesAt('https://shop.example', headers);
    expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(expect.arrayContaining(['payment_links']));
    for (const cookie of cookies) {
      expect(cookie).toMatch(/; Path=\/admin/);
      for (const flag of ['Secure', 'HttpOnly', 'SameSite=Lax']) expect(cookie).toContain(`; ${flag}`);
    }
  },
);

test('on this machine without https they are not secure, so that browsers keep them', async () => {
  const cookies = await cookiesAt('http://localhost:3000');
  expect(cookies.length).toBeGreaterThan(0);
  for (const cookie of cookies) expect(cookie).not.toContain('Secure');
});
