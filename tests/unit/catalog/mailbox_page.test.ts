import express, { type NextFunction, type Request, type Response } from 'express';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mailboxRouter } from '../../../catalog/controller/mailbox';
import { AppError } from '../../../system/errors';
import { systemClock } from '../../../system/clock';
import { mailboxStore, type MailboxStore } from '../../../system/mail/mailbox_store';

const MAIL = [
  'Subject: Pay <b>now</b>',
  'From: shop@shop.example',
  'To: zoe@customer.example',
  'Message-ID: <mail-1.x@shop.example>',
  'Content-Type: multipart/alternative; boundary=x',
  '',
  '--x',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'The text twin',
  '--x',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<html><head><title>t</title></head><body><script>alert(1)</script><p>The HTML</p></body></html>',
  '--x--',
  '',
].join('\r\n');

describe("the demo's mailbox page", () => {
  let directory: string;
  let store: MailboxStore;
  let server: Server;
  let home: string;
  const serve = async (publicAccess: boolean, trustProxy = 0) => {
    const app = express().set('trust proxy', trustProxy);
    app.use('/shop/mailbox', mailboxRouter({ store, basePath: '/shop', publicAccess }));
    app.use((failed: unknown, _request: Request, response: Response, next: NextFunction) =>
      failed instanceof AppError ? response.sendStatus(failed.status) : next(failed),
    );
    await new Promise<void>((resolve) => (server = app.listen(0, '127.0.0.1', () => resolve())));
    home = `http://127.0.0.1:${(server.address() as AddressInfo).port}/shop/mailbox`;
  };
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'mailbox-'));
    store = mailboxStore(directory, systemClock);
  });
  afterEach(async () => {
    await new Promise((resolve) => server.close(resolve));
    await rm(directory, { recursive: true });
  });

  test('says what to do while it is empty, then lists mails with their subject as text', async () => {
    await serve(false);
    expect(await (await fetch(home)).text()).toContain('No mails yet');
    const id = await store.add(Buffer.from(MAIL));
    const page = await (await fetch(home)).text();
    expect(page).toContain('Pay &lt;b&gt;now&lt;/b&gt;');
    expect(page).toContain(`href="/shop/mailbox/${id}"`);
    expect((await fetch(`${home}/style.css`)).headers.get('content-type')).toMatch('text/css');
  });

  test('shows a mail as HTML in a frame that can run and fetch nothing, as text, and as source', async () => {
    await serve(false);
    const id = await store.add(Buffer.from(MAIL));
    const page = await (await fetch(`${home}/${id}`)).text();
    expect(page).toMatch(new RegExp(`<iframe [^>]*src="/shop/mailbox/${id}/html" sandbox="allow-popups[^"]*"`));
    expect(page).not.toContain('The HTML');
    const frame = await fetch(`${home}/${id}/html`);
    expect(frame.headers.get('content-security-policy')).toMatch(/^default-src 'none'; .*sandbox(?!.*allow-scripts)/);
    expect(await frame.text()).toContain('<base target="_blank">');
    expect(await (await fetch(`${home}/${id}?as=text`)).text()).toContain('The text twin');
    expect(await (await fetch(`${home}/${id}?as=source`)).text()).toContain('&lt;script&gt;alert(1)');
  });

  test('a mail that is gone is told so on a page of the mailbox, with the way to the others', async () => {
    await serve(false);
    const gone = await fetch(`${home}/00000000000000-000000000000`);
    const page = await gone.text();
    expect(gone.status).toBe(404);
    expect(page).toContain('This mail is not here any more');
    expect(page).toContain('href="/shop/mailbox"');
  });

  test('times name their zone, and every page forbids foreign content', async () => {
    await serve(false);
    const id = await store.add(Buffer.from(MAIL));
    for (const path of ['', `/${id}`]) {
      const answer = await fetch(`${home}${path}`);
      expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
      expect(await answer.text()).toMatch(/<time[^>]* datetime="[^"]+Z">[^<]+ (UTC|GMT|[A-Z]{3,4})[^<]*<\/time>/);
    }
  });

  test('deletes by its own form and not by a form of another site', async () => {
    await serve(false);
    const id = await store.add(Buffer.from(MAIL));
    const post = (from: string) =>
      fetch(`${home}/${id}/delete`, { method: 'POST', redirect: 'manual', headers: { 'sec-fetch-site': from } });
    expect((await post('cross-site')).status).toBe(403);
    expect(await store.read(id)).not.toBeNull();
    expect((await post('same-origin')).status).toBe(303);
    expect(await store.read(id)).toBeNull();
    expect((await fetch(`${home}/${id}`)).status).toBe(404);
  });

  test.each([
    [false, 404],
    [true, 200],
  ])('public %s: a client elsewhere gets %i', async (publicAccess, status) => {
    await serve(publicAccess, 1);
    expect((await fetch(home, { headers: { 'x-forwarded-for': '203.0.113.9' } })).status).toBe(status);
  });
});
