import { migrate } from '../../../install/migrations/migrate';
import { systemClock } from '../../../system/clock';
import { t } from '../../../system/db/table';
import { freshDatabase } from '../../support/database';

test('a migration that was killed before it was recorded is carried out again, whatever of it was done', async () => {
  const { db, destroy } = await freshDatabase();
  const done = (await db(t(db, 'payment_link_migration')).orderBy('name').pluck('name')) as string[];
  for (const name of done) {
    await db(t(db, 'payment_link_migration')).where({ name }).delete();
    expect(await migrate(db, 'embedded', systemClock)).toEqual([name]);
  }
  expect(done.length).toBeGreaterThan(6);
  expect(await migrate(db, 'embedded', systemClock)).toEqual([]);
  await destroy();
});
