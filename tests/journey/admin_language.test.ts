import { startAdmin, type AdminRoom } from '../support/admin_app';

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
