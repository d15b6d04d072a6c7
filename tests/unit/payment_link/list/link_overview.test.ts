import type { LinkFilter } from '../../../../extension/payment_link/list/link_filter';
import { LINK_SORTS, type LinkSort } from '../../../../extension/payment_link/list/link_lists';
import { overviewOfLinks } from '../../../../extension/payment_link/list/link_overview';
import type { LinkRow } from '../../../../extension/payment_link/link/link_row';
import { walkLinks } from '../../../../extension/payment_link/list/link_walk';
import { DAY_MS } from '../../../../system/clock';
import type { Db } from '../../../../system/db/table';
import { freshDatabase } from '../../../support/database';
import { insertLinks, variedLinks } from '../../../support/link_rows';

const NOW = Date.UTC(2026, 4, 5, 12);
const LIMITS = [DAY_MS, 7 * DAY_MS];
const rows = variedLinks(70, NOW) as LinkRow[];

type Case = [name: string, filter: LinkFilter, lets: (row: LinkRow) => boolean];
const text = (name: string, search: string, lets: (row: LinkRow) => boolean): Case => [name, { text: search }, lets];

const CASES: Case[] = [
  ['nothing', {}, () => true],
  ['an order', { orderId: 5 }, (row) => row.order_id === 5],
  ['one state', { states: ['completed'] }, (row) => row.state === 'completed'],
  [
    'open states',
    { states: ['requested', 'active', 'declined'] },
    (row) => ['requested', 'active', 'declined'].includes(row.state),
  ],
  ['a store', { storeId: 1 }, (row) => row.store_id === 1],
  ['a person', { createdBy: 'eva' }, (row) => row.created_by === 'eva'],
  [
    'days',
    { createdFrom: NOW - 9 * DAY_MS, createdTo: NOW - 2 * DAY_MS },
    (row) => row.created_at >= NOW - 9 * DAY_MS && row.created_at < NOW - 2 * DAY_MS,
  ],
  [
    'what expires soon',
    { states: ['active', 'declined'], expiresFrom: NOW, expiresBefore: NOW + 2 * DAY_MS },
    (row) =>
      ['active', 'declined'].includes(row.state) &&
      row.expires_at !== null &&
      row.expires_at >= NOW &&
      row.expires_at < NOW + 2 * DAY_MS,
  ],
  ['a currency', { currency: 'GBP' }, (row) => row.currency === 'GBP'],
  ['amounts', { amountMin: 300, amountMax: 500 }, (row) => row.amount_minor >= 300 && row.amount_minor <= 500],
  ['flagged', { flagged: true }, (row) => row.flagged === 1],
  ['not flagged', { flagged: false }, (row) => row.flagged !== 1],
  ['ever paid twice', { flag: 'paid_twice' }, (row) => row.flags.includes('paid_twice')],
  ['who needs a person', { needsPerson: true }, (row) => row.flagged === 1 || row.state === 'failed'],
  ['a gateway', { gateway: 'other' }, () => false],
  text('the start of a name', ' ann', (row) => /^ann/i.test(row.customer)),
  text('a name with signs of patterns', 'Zoë 100%', (row) => row.customer === 'Zoë 100%'),
  text('an e-mail address', 'c3@example.com', (row) => row.email === 'c3@example.com'),
  text('an order’s number', '7', (row) => row.order_id === 7),
  text('a reference', '12-r', (row) => row.reference === '12-r'),
  text('a token', 'token-000000000000004', (row) => row.link_id === 5),
  text('a whole address', 'https://shop.example/pay/token-000000000000004?x', (row) => row.link_id === 5),
  text(
    'the provider’s id',
    `psp${rows.find((row) => row.state === 'completed')?.link_id}`,
    (row) => row.link_id === rows.find((one) => one.state === 'completed')?.link_id,
  ),
  text('nobody', 'nobody%', () => false),
  [
    'several at once',
    { text: 'an', states: ['active', 'completed', 'failed'], currency: 'EUR', amountMin: 100 },
    (row) =>
      /^an/i.test(row.customer) &&
      ['active', 'completed', 'failed'].includes(row.state) &&
      row.currency === 'EUR' &&
      row.amount_minor >= 100,
  ],
  [
    'two searches at once',
    { text: 'ann', needsPerson: true, storeId: 0 },
    (row) => /^ann/i.test(row.customer) && (row.flagged === 1 || row.state === 'failed') && row.store_id === 0,
  ],
  [
    'a search, flags and days',
    { flag: 'oversold', createdBy: 'eva', createdFrom: NOW - 12 * DAY_MS },
    (row) => row.flags.includes('oversold') && row.created_by === 'eva' && row.created_at >= NOW - 12 * DAY_MS,
  ],
];

const newestFirst = (a: LinkRow, b: LinkRow): number => b.created_at - a.created_at || b.link_id - a.link_id;

/** What is absent comes first. */
function inOrder(lets: Case[2], sort: LinkSort, descending: boolean): number[] {
  const columns = sort === 'state' ? (['state', 'created_at', 'link_id'] as const) : ([sort, 'link_id'] as const);
  const value = (row: LinkRow) =>
    columns
      .map((column) => (typeof row[column] === 'string' ? row[column] : String((row[column] ?? -1) + 2 * 10 ** 15)))
      .join(' ');
  const sorted = rows.filter(lets).sort((a, b) => (value(a) < value(b) ? -1 : 1));
  return (descending ? sorted.reverse() : sorted).map((row) => row.link_id);
}

function countsOf(found: readonly { count: number; minor: number; currency: string }[], key: (one: never) => unknown) {
  return Object.fromEntries(
    found.map((one) => [`${String(key(one as never))} ${one.currency}`, [one.count, one.minor]]),
  );
}

function modelCounts(some: readonly LinkRow[], key: (row: LinkRow) => unknown): Record<string, [number, number]> {
  const counts: Record<string, [number, number]> = {};
  for (const row of some) {
    const name = `${String(key(row))} ${row.currency}`;
    const [count, minor] = counts[name] ?? [0, 0];
    counts[name] = [count + 1, minor + row.amount_minor];
  }
  return counts;
}

const ageGroup = (row: LinkRow): number => {
  const group = LIMITS.findIndex((limit) => NOW - row.created_at < limit);
  return group === -1 ? LIMITS.length : group;
};

describe.each([
  ['read here', { few: 1000, counted: 10_000 }],
  ['summed by the database', { few: 0, counted: 10_000 }],
  ['some searches looked up, some not', { few: 12, counted: 10_000 }],
])('links filtered, %s', (_how, bounds) => {
  let db: Db;
  let destroy: () => Promise<void>;
  beforeAll(async () => {
    ({ db, destroy } = await freshDatabase());
    await insertLinks(db, rows);
  });
  afterAll(() => destroy());

  const wish = { page: 1, perPage: 100, now: NOW, limitsMs: LIMITS };

  test.each(CASES)('by %s: in every order, with totals and ages', async (_name, filter, lets) => {
    for (const sort of LINK_SORTS)
      for (const descending of [true, false]) {
        const found = await overviewOfLinks(db, filter, { ...wish, sort, descending }, bounds);
        expect(found.linkIds).toEqual(inOrder(lets, sort, descending));
      }
    const found = await overviewOfLinks(db, filter, { ...wish, sort: 'created_at', descending: true }, bounds);
    const let_ = rows.filter(lets);
    expect(found).toMatchObject({ total: let_.length, more: false, cut: false, page: 1 });
    expect(countsOf(found.sums, (sum: { state: string }) => sum.state)).toEqual(modelCounts(let_, (row) => row.state));
    const open = let_.filter((row) => row.state === 'active' || row.state === 'declined');
    expect(countsOf(found.ages, (sum: { group: number }) => sum.group)).toEqual(modelCounts(open, ageGroup));
  });

  test.each(CASES)('by %s: walked through in batches', async (_name, filter, lets) => {
    const walked: number[] = [];
    for await (const links of walkLinks(db, filter, 3)) walked.push(...links.map((link) => link.linkId));
    expect(walked).toEqual(
      rows
        .filter(lets)
        .sort(newestFirst)
        .map((row) => row.link_id),
    );
  });

  test('pages follow one another, and one that is too high shows the last', async () => {
    const filter = { amountMin: 100 };
    const all = inOrder((row) => row.amount_minor >= 100, 'amount_minor', true);
    const page = (number: number) =>
      overviewOfLinks(
        db,
        filter,
        { ...wish, sort: 'amount_minor', descending: true, page: number, perPage: 20 },
        bounds,
      );
    const last = Math.ceil(all.length / 20);
    const pages = await Promise.all(Array.from({ length: last }, (_none, index) => page(index + 1)));
    expect(pages.flatMap((one) => one.linkIds)).toEqual(all);
    expect(await page(99)).toMatchObject({ page: last, linkIds: pages.at(-1)?.linkIds });
  });

  test('beyond what is counted it says that there are more, and sorts the newest alone', async () => {
    const filter = { amountMin: 100 };
    const matching = rows.filter((row) => row.amount_minor >= 100).sort(newestFirst);
    // Where two were made at the same moment, either may be the last one counted.
    const counted = matching.findIndex(
      (row, index) => index >= 20 && row.created_at !== matching[index - 1]?.created_at,
    );
    const most = { few: 5, counted };
    const newest = matching.slice(0, counted);
    const sorted = await overviewOfLinks(db, filter, { ...wish, sort: 'amount_minor', descending: false }, most);
    expect(sorted).toMatchObject({ total: counted, more: true, cut: true });
    expect([...sorted.linkIds].sort()).toEqual(newest.map((row) => row.link_id).sort());
    expect(countsOf(sorted.sums, (sum: { state: string }) => sum.state)).toEqual(
      modelCounts(newest, (row) => row.state),
    );
    const plain = await overviewOfLinks(db, {}, { ...wish, sort: 'amount_minor', descending: false }, most);
    expect(plain).toMatchObject({ total: counted, more: true, cut: false });
    expect(plain.linkIds).toEqual(inOrder(() => true, 'amount_minor', false));
    const exact = await overviewOfLinks(
      db,
      {},
      { ...wish, sort: 'created_at', descending: true },
      { few: 5, counted: 70 },
    );
    expect(exact).toMatchObject({ total: 70, more: false });
  });
});
