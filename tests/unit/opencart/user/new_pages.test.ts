import { takeNewPages } from '../../../../extension/opencart/user/new_pages';
import { ADMIN_ROUTES, type Permission } from '../../../../extension/opencart/user/permissions';
import { findUserGroup, insertUserGroup, updateUserGroup } from '../../../../extension/opencart/user/user_groups';
import { listJournalElsewhere } from '../../../../extension/payment_link/journal/journal';
import { deleteState } from '../../../../extension/payment_link/state';
import { installEmbedded } from '../../../../install/installer';
import { systemClock } from '../../../../system/clock';
import type { Db } from '../../../../system/db/table';
import { transaction } from '../../../../system/db/transaction';
import { createLog } from '../../../../system/log';
import { freshDatabase } from '../../../support/database';

const NOW = Date.UTC(2026, 2, 1);
const OPTIONS = {
  ...{ clock: systemClock, log: createLog('silent'), adminPassword: 'x', keepPassword: () => undefined, demo: false },
  ...{ publicUrl: 'http://localhost:3000', appKey: 'a key of at least thirty-two characters' },
};
const NEW = ['catalog/option', 'extension/shipping'];
/** Of a shop from before these. */
const OLD = ADMIN_ROUTES.filter((route) => !NEW.includes(route));

describe('pages that come with an upgrade', () => {
  let server: Awaited<ReturnType<typeof freshDatabase>>;
  let db: Db;
  let all: number;
  let seeing: number;
  let most: number;

  beforeEach(async () => {
    server = await freshDatabase();
    db = server.db;
    await installEmbedded(db, OPTIONS);
    await transaction(db, async (tx) => {
      all = await insertUserGroup(tx, 'Owners', { access: [...OLD, 'their/own'], modify: OLD });
      seeing = await insertUserGroup(tx, 'Accountants', { access: OLD, modify: [] });
      most = await insertUserGroup(tx, 'Staff', { access: OLD, modify: OLD.filter((route) => route !== 'user/user') });
    });
    await deleteState(db, 'admin_pages');
  });
  afterEach(() => server.destroy());

  const permission = async (id: number) => (await findUserGroup(db, id))?.permission;
  const journal = async () =>
    (await listJournalElsewhere(db, { before: null, limit: 10 })).map(({ event, details, actor }) => [
      event,
      details,
      actor,
    ]);

  /** Newest first. */
  const linesOf = (event: string, groups: string) => NEW.map((route) => [event, { route, groups }, 'system']).reverse();

  test('are of the groups that had every permission, by a start, and the journal says so', async () => {
    await installEmbedded(db, OPTIONS);
    const had: Permission = { access: [...ADMIN_ROUTES, 'their/own'].sort(), modify: [...ADMIN_ROUTES].sort() };
    expect(await permission(all)).toEqual(had);
    expect(await journal()).toEqual(linesOf('page.given', 'Administrator, Owners'));
  });

  test('stay closed to all other groups', async () => {
    const before = [await permission(seeing), await permission(most)];
    await installEmbedded(db, OPTIONS);
    expect([await permission(seeing), await permission(most)]).toEqual(before);
  });

  test('are looked at once: what is taken away later stays away', async () => {
    expect(await takeNewPages(db, NOW)).toEqual(NEW);
    await transaction(db, (tx) => updateUserGroup(tx, all, 'Owners', { access: OLD, modify: OLD }));
    expect(await takeNewPages(db, NOW)).toEqual([]);
    expect((await permission(all))?.access).not.toContain('catalog/option');
    expect(await journal()).toHaveLength(NEW.length);
  });

  test('two processes that start at once write them down once', async () => {
    const taken = await Promise.all([takeNewPages(db, NOW), takeNewPages(db, NOW)]);
    expect(taken.flat()).toEqual(NEW);
    expect(await journal()).toHaveLength(NEW.length);
  });

  test('the next upgrade counts those of this one among every permission', async () => {
    await takeNewPages(db, NOW);
    expect(await takeNewPages(db, NOW, [...ADMIN_ROUTES, 'report/report'])).toEqual(['report/report']);
    expect((await permission(all))?.modify).toContain('report/report');
    expect((await permission(most))?.modify).not.toContain('report/report');
  });

  test('a page that a version took away is no permission that anybody lacks', async () => {
    await takeNewPages(db, NOW);
    const left = ADMIN_ROUTES.filter((route) => route !== 'tool/job');
    const id = await transaction(db, (tx) => insertUserGroup(tx, 'New owners', { access: left, modify: left }));
    await takeNewPages(db, NOW, [...left, 'report/report']);
    expect((await permission(id))?.access).toContain('report/report');
  });

  test('where nobody has every permission, the journal says that the page can be given', async () => {
    const nobody = { access: OLD, modify: ['user/user', 'user/user_permission'] };
    await transaction(db, async (tx) => {
      for (const id of [1, all]) await updateUserGroup(tx, id, `group ${id}`, nobody);
    });
    await takeNewPages(db, NOW);
    expect(await journal()).toEqual(linesOf('page.offered', ''));
  });
});

test('a new shop has all pages from the beginning, and nothing to say', async () => {
  const server = await freshDatabase();
  await installEmbedded(server.db, OPTIONS);
  expect(await listJournalElsewhere(server.db, { before: null, limit: 10 })).toEqual([]);
  expect(await takeNewPages(server.db, NOW)).toEqual([]);
  await server.destroy();
});
