import { t } from '../../../system/db/table';
import { textOf } from '../../support/agent';
import { startProgram, type ProgramRoom } from '../../support/program';

let shop: ProgramRoom;
beforeAll(async () => (shop = await startProgram()));
afterAll(() => shop.close());

test('a page that nobody expected to fail says what to do, gives a reference, and leads to the dashboard', async () => {
  const { db } = shop;
  await db.schema.renameTable(t(db, 'customer'), 'away');
  const answer = await shop.get('/admin/customer/customer');
  await db.schema.renameTable('away', t(db, 'customer'));
  expect(answer.status).toBe(500);
  expect(textOf(answer.html)).toMatch(
    /Something went wrong Please try again\. If you were saving something, look first whether it is there\. If it happens again, tell your administrator the reference\. Reference: [0-9a-f]{8} To the dashboard/,
  );
  expect(answer.html).toContain('href="/admin"');
  expect((await shop.get('/admin/customer/customer')).status).toBe(200);
});
