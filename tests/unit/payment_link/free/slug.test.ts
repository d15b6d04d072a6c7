import { checkFreeLink } from '../../../../extension/payment_link/free/check_free_link';
import { createFreeLink, type FreeLinkWish } from '../../../../extension/payment_link/free/free_link';
import { listLinks } from '../../../../extension/payment_link/list/link_lists';
import { overviewOfLinks } from '../../../../extension/payment_link/list/link_overview';
import type { Link } from '../../../../extension/payment_link/link/link_row';
import { findTokenOf, listAttempts } from '../../../../extension/payment_link/link/links';
import { newToken } from '../../../../extension/payment_link/free/pay_names';
import { renewLink } from '../../../../extension/payment_link/person/person_actions';
import { migrate } from '../../../../install/migrations/migrate';
import { systemClock } from '../../../../system/clock';
import { t } from '../../../../system/db/table';
import { money } from '../../../../system/money';
import { linkWorld, type LinkWorld } from '../../../support/link_world';

const PERSON = { name: 'ann', ip: null };
const WISH: FreeLinkWish = {
  storeId: 0,
  amount: money(1250, 'EUR'),
  description: 'Spare key',
  email: 'jan@customer.example',
  name: 'Jan de Vries',
  language: 'en-gb',
};
const TAKEN = { code: 'free_link_wrong', details: { fields: { slug: 'error_slug_taken' } } };

const refusal = (slug: string): string | undefined => checkFreeLink({ ...WISH, slug }, { storeIds: [0] })['slug'];

describe('the form of a slug', () => {
  test.each(['key', 'spare-key', '2026', 'a-1-b', 'Spare-Key', ' spare-key ', '', 'x'.repeat(64)])(
    '%j fits',
    (slug) => {
      expect(refusal(slug)).toBeUndefined();
    },
  );

  test.each([
    'no',
    '-key',
    'key-',
    'spare--key',
    'spare_key',
    'spare key',
    'clé',
    'key/return',
    'x'.repeat(65),
    'ke\n',
  ])('%j does not', (slug) => {
    expect(refusal(slug)).toBe('error_slug');
  });

  test('never is one that a token might have, however it is written', () => {
    expect(refusal('spare-key-for-the-door')).toBeUndefined();
    for (const end of ['a', 'q', 'g', 'w']) expect(refusal(`spare-key-for-the-doo${end}`)).toBe('error_slug_token');
    for (let n = 0; n < 200; n++) expect(refusal(newToken().replace(/[-_]/g, 'x'))).toBe('error_slug_token');
  });
});

describe('the slug of a link without an order', () => {
  let world: LinkWorld;

  beforeEach(async () => {
    world = await linkWorld();
  });
  afterEach(() => world.destroy());

  const make = (slug: string): Promise<Link> => createFreeLink(world.context, { ...WISH, slug }, PERSON);

  test('is kept without regard to case, and no other link gets it, open or closed', async () => {
    const link = await make('Spare-Key');
    expect(link.slug).toBe('spare-key');
    await expect(make('spare-KEY')).rejects.toMatchObject(TAKEN);
    await renewLink(world.context, link.linkId, PERSON, { mail: false });
    await world.drain();
    await expect(make('spare-key')).rejects.toMatchObject(TAKEN);
    expect((await make('spare-keys')).slug).toBe('spare-keys');
  });

  test('goes to one of two who wish it at once, and the other leaves nothing behind', async () => {
    const both = await Promise.allSettled([make('spare-key'), make('spare-key')]);
    const refused = both.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    expect(refused).toEqual([expect.objectContaining(TAKEN)]);
    expect(await listLinks(world.db, {}, { sort: 'created_at', descending: true, limit: 9, offset: 0 })).toHaveLength(
      1,
    );
  });

  test('is that of every attempt, and leads to their token; a link without one shares none', async () => {
    const { linkId, token } = await make('spare-key');
    await world.drain();
    await renewLink(world.context, linkId, PERSON, { mail: false });
    await world.drain();
    const attempts = await listAttempts(world.db, token);
    expect(attempts.map(({ slug, state }) => [slug, state])).toEqual([
      ['spare-key', 'replaced'],
      ['spare-key', 'active'],
    ]);
    expect(await findTokenOf(world.db, 'spare-key')).toBe(token);
    expect([await make(''), await make(' ')].map(({ slug }) => slug)).toEqual([null, null]);
  });

  test.each(['spare-key', 'Spare-Key', 'https://shop.example/pay/spare-key?language=nl-nl'])(
    'finds the link in lists: %s',
    async (text) => {
      const { linkId } = await make('spare-key');
      await make('spare');
      const found = await listLinks(world.db, { text }, { sort: 'created_at', descending: true, limit: 9, offset: 0 });
      expect(found.map((link) => link.linkId)).toEqual([linkId]);
      const wish = { sort: 'created_at', descending: true, page: 1, perPage: 9, now: 0, limitsMs: [] } as const;
      expect((await overviewOfLinks(world.db, { text }, wish)).linkIds).toEqual([linkId]);
    },
  );

  test('comes to a database that had none, and leaves the links in it as they are', async () => {
    const { linkId } = await make('');
    const table = t(world.db, 'payment_link');
    await world.db.schema.alterTable(table, (alter) => alter.dropUnique([], `${table}_slug`));
    await world.db.schema.alterTable(table, (alter) => alter.dropColumn('slug'));
    await world.db(t(world.db, 'payment_link_migration')).where({ name: '0006_link_slugs' }).delete();
    expect(await migrate(world.db, 'embedded', systemClock)).toEqual(['0006_link_slugs']);
    expect(await world.db(table).pluck('slug')).toEqual([null]);
    expect((await make('spare-key')).linkId).toBeGreaterThan(linkId);
    await expect(make('spare-key')).rejects.toMatchObject(TAKEN);
  });
});
