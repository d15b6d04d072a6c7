import { findNewestByToken } from '../../../extension/payment_link/link/links';
import { t } from '../../../system/db/table';
import { textOf } from '../../support/agent';
import { startProgram, until, type ProgramRoom } from '../../support/program';

const TYPED = {
  amount: '12,50',
  currency: 'EUR',
  description: 'Spare key for the shed',
  name: 'Jan de Vries',
  email: 'jan@customer.example',
  language: 'nl-nl',
  lifetime: '7',
  store_id: '0',
};

describe('a payment link without an order, from the back office', () => {
  let room: ProgramRoom;

  beforeAll(async () => {
    room = await startProgram();
  }, 60_000);
  afterAll(() => room.close());

  const blank = async (): Promise<string> => {
    const list = await room.get('/admin/sale/payment_link');
    expect(list.html).toContain('href="/admin/sale/payment_link/form"');
    const page = await room.get('/admin/sale/payment_link/form');
    expect(page.status).toBe(200);
    return /name="form_token" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
  };
  const count = async (): Promise<number> => (await room.db(t(room.db, 'payment_link')).select('link_id')).length;
  /** What the page says after the form, with the address to hand over. */
  const said = async (): Promise<{ text: string; token: string }> => {
    const text = textOf((await room.get('/admin/sale/payment_link')).html);
    return { text, token: /\/pay\/([\w-]+)/.exec(text)?.[1] ?? '' };
  };

  test('is made, mailed in the customer’s language, and shown on a pay page with what it is for', async () => {
    const form_token = await blank();
    const answer = await room.post('/admin/sale/payment_link/form', { ...TYPED, form_token });
    expect(answer).toMatchObject({
      status: 303,
      location: expect.stringMatching(/^\/admin\/sale\/payment_link\/info\?link_id=\d+$/),
    });
    const { text, token } = await said();
    expect(text).toContain('Jan de Vries');
    expect(text).toMatch(/The link F\d+-1 is being made/);
    const link = await until(
      () => findNewestByToken(room.db, token),
      (one) => one?.state === 'active',
    );
    expect(link).toMatchObject({ orderId: null, createdBy: 'admin', amount: { minor: 1250, currency: 'EUR' } });
    expect(link!.expiresAt! - link!.activatedAt!).toBe(7 * 86_400_000);
    const page = await room.get(`/pay/${token}`);
    expect(textOf(page.html)).toContain('Spare key for the shed');
    const opened = await room.post(`/pay/${token}`, {});
    expect(opened.status).toBe(303);
    expect(opened.location).toContain('/sandbox/multisafepay/');
    const mail = await until(
      async () => (await room.db(t(room.db, 'payment_link_mail')).first()) as { state: string; language: string },
      (one) => one.state === 'sent',
    );
    expect(mail.language).toBe('nl-nl');
  });

  test('is made once, however often the form is sent; a form that was changed makes another', async () => {
    const form_token = await blank();
    const before = await count();
    await Promise.all([1, 2, 3].map(() => room.post('/admin/sale/payment_link/form', { ...TYPED, form_token })));
    expect(await count()).toBe(before + 1);
    await room.post('/admin/sale/payment_link/form', { ...TYPED, form_token, amount: '13.00' });
    expect(await count()).toBe(before + 2);
  });

  test('comes back with what was typed and the error beside its field', async () => {
    const form_token = await blank();
    const before = await count();
    const wrong = { ...TYPED, amount: '12,505', description: 'Kept as typed', form_token };
    const answer = await room.post('/admin/sale/payment_link/form', wrong);
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('value="12,505"');
    expect(answer.html).toContain('value="Kept as typed"');
    expect(textOf(answer.html)).toContain('no more decimals than the currency has');
    const long = await room.post('/admin/sale/payment_link/form', { ...TYPED, form_token, lifetime: '400' });
    expect(textOf(long.html)).toContain('A link lives from 5 minutes to 365 days.');
    expect(await count()).toBe(before);
  });
});
