import { findTokenOf, findNewestByToken } from '../../../extension/payment_link/link/links';
import { textsIn } from '../../../language';
import { t } from '../../../system/db/table';
import { textOf } from '../../support/agent';
import { actThere, customerOf } from '../../support/customer';
import { startProgram, until, type ProgramRoom } from '../../support/program';

const TYPED = {
  amount: '12.50',
  currency: 'EUR',
  description: 'Spare key for the shed',
  name: 'Quirijn Zwart',
  email: 'quirijn@customer.example',
  language: 'en-gb',
  lifetime: '7',
  store_id: '0',
};
const FORM = '/admin/sale/payment_link/form';

describe('a short address that staff chose for a link without an order', () => {
  let room: ProgramRoom;

  beforeAll(async () => {
    room = await startProgram();
  }, 60_000);
  afterAll(() => room.close());

  const send = async (slug: string) => {
    const form_token = /name="form_token" value="([^"]+)"/.exec((await room.get(FORM)).html)?.[1] ?? '';
    return room.post(FORM, { ...TYPED, slug, form_token });
  };
  const newest = async (slug: string) => (await findNewestByToken(room.db, (await findTokenOf(room.db, slug)) ?? ''))!;
  const inState = (slug: string, state: string) =>
    until(
      () => newest(slug),
      (link) => link?.state === state,
    );
  const visitor = (slug: string) => customerOf(room, { token: slug });
  /** Nothing of Quirijn: not his name, not even the beginning of his address. */
  const expectNobody = (html: string): void => expect(html).not.toMatch(/quirijn|zwart|customer\.example|q•••/i);

  test('is what the form hands over and the list shows; mails keep the long one', async () => {
    expect((await room.get(FORM)).html).toContain(`${room.program.links.publicUrl}/pay/spare-key`);
    expect((await send('Shed-Key')).location).toContain('/admin/sale/payment_link/info?link_id=');
    const list = textOf((await room.get('/admin/sale/payment_link')).html);
    expect(list).toContain(`${room.program.links.publicUrl}/pay/shed-key`);
    const found = textOf((await room.get('/admin/sale/payment_link?search=shed-key')).html);
    expect(found).toContain('/pay/shed-key');
    const { token } = await inState('shed-key', 'active');
    await until(
      async () => (await room.db(t(room.db, 'payment_link_mail')).where({ state: 'sent' })).length,
      (sent) => sent > 0,
    );
    const [, mail] = /href="(\/mailbox\/[\w-]+)"/.exec((await room.get('/mailbox')).html) ?? [];
    const letter = (await room.get(`${mail}?as=text`)).html;
    expect(letter).toContain(`/pay/${token}`);
    expect(letter).not.toContain('/pay/shed-key');
  });

  test('that is taken or malformed comes back with the error beside its field', async () => {
    await send('one-key');
    const text = textsIn('en-gb')['sale/payment_link_form'];
    for (const [slug, error] of [
      ['ONE-key', text.error_slug_taken],
      ['one_key', text.error_slug],
      ['spare-key-for-the-doog', text.error_slug_token],
    ] as const) {
      const { status, html } = await send(slug);
      expect(status).toBe(422);
      expect(html).toContain(`value="${slug}"`);
      expect(/id="slug-error">.*/.exec(html)?.[0]).toContain(error);
    }
  });

  test('shows the page of the link and nothing of the customer, is unknown to search engines, and can be paid', async () => {
    await send('pay-key');
    const { token } = await inState('pay-key', 'active');
    const visit = visitor('Pay-Key');
    const { html } = await visit.page();
    expect(textOf(html)).toMatch(/Spare key for the shed.*€12\.50/);
    expectNobody(html);
    expect(html).not.toContain(token);
    const { headers } = await fetch(`${room.url}/pay/pay-key`);
    for (const name of ['x-robots-tag', 'cache-control', 'referrer-policy', 'content-security-policy'])
      expect(headers.get(name)).toBe((await fetch(`${room.url}/pay/${token}`)).headers.get(name));
    expect(headers.get('x-robots-tag')).toContain('noindex');
    const back = await visit.payThere('complete');
    expect(back).toContain(`/pay/${token}/return`);
    await inState('pay-key', 'completed');
    // Whoever guessed the slug may be the one who comes back.
    for (const page of [await visit.follow(back), await visit.page()]) {
      expect(textOf(page.html)).toContain('€12.50');
      expect(textOf(page.html)).not.toMatch(/iDEAL|Reference/);
      expectNobody(page.html);
    }
  });

  test('asks for a new link without saying where it goes, as seldom as the long one, and leads to it', async () => {
    await send('old-key');
    const first = await inState('old-key', 'active');
    await actThere(room, first, 'expire_link');
    await inState('old-key', 'expired');
    const over = await visitor('old-key').page();
    expect(textOf(over.html)).toContain('It will be sent to the address we have on file');
    expectNobody(over.html);
    const { location } = await room.post('/pay/old-key/new', {});
    expect(location).toBe('/pay/old-key?asked=on_its_way');
    const asked = await visitor('old-key').follow(location);
    expect(textOf(asked.html)).toContain('A new link is on its way to the address we have on file.');
    expectNobody(asked.html);
    expect((await room.post('/pay/old-key/new', {})).location).toMatch(/asked=(too_often|not_possible)/);
    const next = await until(
      () => newest('old-key'),
      (link) => link.attempt === 2 && link.state === 'active',
    );
    expect(next.token).toBe(first.token);
    expect(await visitor('old-key').pressPay()).toBe(next.url);
  });

  test('that nobody chose leads nowhere', async () => {
    for (const path of ['/pay/no-such-key', '/pay/no-such-key/return', '/pay/NO', '/pay/a--b'])
      expect((await room.get(path)).status).toBe(404);
  });
});
