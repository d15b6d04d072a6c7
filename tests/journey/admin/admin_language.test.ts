import { startAdmin, type AdminRoom } from '../../support/admin_app';
import { textOf } from '../../support/agent';
import { filledForm } from '../../support/enter_order';
import { startProgram, type ProgramRoom } from '../../support/program';

describe('the language of the admin', () => {
  let room: AdminRoom;
  beforeAll(async () => {
    room = await startAdmin();
  });
  afterAll(() => room.close());

  test('is English until somebody chooses Dutch, and stays what was chosen', async () => {
    expect((await room.get('/admin/user/user')).html).toContain('<html lang="en-GB">');
    const chosen = await room.get('/admin/user/user?page=1&admin_language=nl-nl');
    expect([chosen.status, chosen.location]).toEqual([303, '/admin/user/user?page=1']);
    const page = (await room.get('/admin/user/user')).html;
    expect(page).toContain('<html lang="nl-NL">');
    expect(page).toContain('Gebruikersgroepen');
  });

  test('a language there is not changes nothing', async () => {
    const answer = await room.get('/admin/user/user?admin_language=tlh');
    expect(answer.status).toBe(200);
  });
});

describe('what is refused', () => {
  let shop: ProgramRoom;
  beforeAll(async () => {
    shop = await startProgram();
    await shop.get('/admin/sale/order?admin_language=nl-nl');
  });
  afterAll(() => shop.close());

  test('is told in the language of the person: beside the fields of an order, and on a page of its own', async () => {
    const tooMany = await filledForm(shop, { 'lines[0][quantity]': '999999', email: 'nobody' });
    const wrong = await shop.post('/admin/sale/order/form', tooMany);
    expect([wrong.status, textOf(wrong.html).includes('Dit is geen e-mailadres.')]).toEqual([422, true]);
    const short = await shop.post('/admin/sale/order/form', { ...tooMany, email: 'jan@customer.example' });
    expect([short.status, textOf(short.html).includes('Hiervan is niet genoeg op voorraad.')]).toEqual([422, true]);
    const gone = await shop.get('/admin/sale/order/info?order_id=99999');
    expect(textOf(gone.html)).toContain('Deze pagina of dit gegeven bestaat niet.');
  });
});
