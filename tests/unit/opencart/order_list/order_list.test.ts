import { listOrders } from '../../../../extension/opencart/order_list/order_list';
import {
  ORDER_SORTS,
  type OrderFilters,
  type OrderSort,
} from '../../../../extension/opencart/order_list/order_list_types';
import { findOrderView } from '../../../../extension/opencart/order/order_view';
import { saveOrder } from '../../../../extension/opencart/order/save_order';
import { t } from '../../../../system/db/table';
import { orderRoom, press, type OrderRoom } from '../../../support/order_room';
import { draftOf, line } from '../../../support/pricing_shop';

interface Given {
  readonly name: readonly [string, string];
  readonly status: number;
  readonly total: string;
  readonly added: string;
  readonly modified?: string;
  readonly store?: number;
}

/** In the order in which they were entered: ids 1 to 7. */
const GIVEN: readonly Given[] = [
  { name: ['Ann', 'de Vries'], status: 1, total: '9.5000', added: '2026-05-01 10:00:00' },
  { name: ['bob', 'Smith'], status: 5, total: '100.0000', added: '2026-05-03 00:00:00', store: 2 },
  { name: ['Zoë', 'O&amp;Brien'], status: 7, total: '20.0000', added: '2026-05-02 23:59:59' },
  { name: ['Ann', 'Smith'], status: 0, total: '1.0000', added: '2026-05-04 10:00:00' },
  {
    name: ['Carl', '100%_Vries'],
    status: 1,
    total: '9.5000',
    added: '2026-05-03 12:00:00',
    modified: '2026-06-09 01:00:00',
  },
  { name: ['ann', 'Zed'], status: 16, total: '1000.0000', added: '2026-04-30 10:00:00', store: 2 },
  { name: ['Dora', 'Abbot'], status: 1, total: '0.0000', added: '2026-05-05 10:00:00' },
];

describe('the list of orders', () => {
  let room: OrderRoom;
  const newest: OrderSort = { by: 'order_id', descending: true };
  const list = (filters: OrderFilters = {}, sort = newest, page = { limit: 20, offset: 0 }) =>
    listOrders(room.db, filters, sort, page, 1);
  const ids = async (...args: Parameters<typeof list>) => (await list(...args)).rows.map((row) => row.orderId);

  beforeAll(async () => {
    room = await orderRoom();
    await room.db(t(room.db, 'store')).delete();
    await room.db(t(room.db, 'store')).insert({ store_id: 2, name: 'A second store', url: 'https://second.example/' });
    await room.db(t(room.db, 'order')).insert(
      GIVEN.map(({ name, status, total, added, modified, store = 0 }, index) => ({
        order_id: index + 1,
        ...{ firstname: name[0], lastname: name[1], order_status_id: status, total, store_id: store },
        ...{ date_added: added, date_modified: modified ?? added, currency_code: 'EUR', currency_value: '0.50000000' },
        ...{
          store_name: store === 0 ? 'Your &amp; My Store' : 'A second store',
          payment_method: '{"name":"iDEAL","code":"multisafepay.ideal"}',
        },
      })),
    );
  });
  afterAll(() => room.destroy());

  test('shows all but the missing orders, newest first', async () => {
    expect(await ids()).toEqual([7, 6, 5, 3, 2, 1]);
    expect(await list()).toMatchObject({ total: 6, more: false, sortedNewestOnly: false });
  });

  test('has what its columns need, in plain text', async () => {
    expect((await list({ orderId: 3 })).rows).toEqual([
      {
        ...{ orderId: 3, storeId: 0, storeName: 'Your & My Store', firstName: 'Zoë', lastName: 'O&Brien', email: '' },
        ...{ statusId: 7, statusName: 'Canceled', total: '20.0000', currencyCode: 'EUR', currencyValue: '0.50000000' },
        paymentMethod: { code: 'multisafepay.ideal', name: 'iDEAL' },
        ...{ dateAdded: '2026-05-02 23:59:59', dateModified: '2026-05-02 23:59:59' },
      },
    ]);
  });

  test.each<[string, OrderFilters, number[]]>([
    ['an order number', { orderId: 5 }, [5]],
    ['a number nobody has', { orderId: 55 }, []],
    ['a missing order by number', { orderId: 4 }, []],
    ['part of a first name, in any case', { customer: 'ANN' }, [6, 1]],
    ['a part that spans both names', { customer: 'n de V' }, [1]],
    ['a sign that is stored escaped', { customer: 'O&B' }, [3]],
    ['signs of patterns as themselves', { customer: '100%_v' }, [5]],
    ['a store', { storeId: 2 }, [6, 2]],
    ['one status', { statusIds: [1] }, [7, 5, 1]],
    ['several statuses', { statusIds: [5, 7] }, [3, 2]],
    ['missing orders', { statusIds: [0] }, [4]],
    ['missing and others', { statusIds: [0, 7] }, [4, 3]],
    ['an exact total', { total: '9.5' }, [5, 1]],
    ['days of entry, both included', { addedFrom: '2026-05-02', addedTo: '2026-05-03' }, [5, 3, 2]],
    ['days of change', { modifiedFrom: '2026-06-01', modifiedTo: '2026-06-30' }, [5]],
    ['several at once', { statusIds: [1], customer: 'vries', total: '9.5', addedTo: '2026-05-02' }, [1]],
  ])('is filtered by %s', async (_what, filters, expected) => {
    expect(await ids(filters)).toEqual(expected);
    expect((await list(filters)).total).toBe(expected.length);
  });

  test.each<[OrderSort['by'], number[]]>([
    ['order_id', [1, 2, 3, 5, 6, 7]],
    ['date_added', [6, 1, 3, 2, 5, 7]],
    ['date_modified', [6, 1, 3, 2, 7, 5]],
    ['total', [7, 1, 5, 3, 2, 6]],
    ['customer', [1, 6, 2, 5, 7, 3]],
  ])('is sorted by %s, both ways', async (by, expected) => {
    expect(await ids({}, { by, descending: false })).toEqual(expected);
    expect(await ids({}, { by, descending: true })).toEqual([...expected].reverse());
    const filtered = { addedFrom: '2026-01-01' };
    expect(await ids(filtered, { by, descending: false })).toEqual(expected);
  });

  test('is sorted by the names of status and store, newest first in each', async () => {
    expect(await ids({}, { by: 'status', descending: false })).toEqual([3, 2, 7, 5, 1, 6]);
    expect(await ids({}, { by: 'status', descending: true })).toEqual([6, 7, 5, 1, 2, 3]);
    expect(await ids({}, { by: 'store', descending: false })).toEqual([6, 2, 7, 5, 3, 1]);
  });

  test.each<OrderSort['by']>(['order_id', 'total', 'status', 'store'])(
    'turns pages by %s without a gap',
    async (by) => {
      const all = await ids({}, { by, descending: true });
      const paged = [];
      for (const offset of [0, 2, 4, 6]) paged.push(...(await ids({}, { by, descending: true }, { limit: 2, offset })));
      expect(paged).toEqual(all);
    },
  );

  test.each(ORDER_SORTS)('is sorted by %s beside a filter as without one', async (by) => {
    for (const descending of [true, false]) {
      const [filtered, all] = [
        await ids({ addedFrom: '2000-01-01' }, { by, descending }),
        await ids({}, { by, descending }),
      ];
      expect(filtered).toEqual(all);
    }
  });

  test('counts to ten thousand and says that there are more', async () => {
    const rows = Array.from({ length: 10_001 }, (_, index) => ({
      order_id: 1000 + index,
      order_status_id: 2,
      total: '1.0000',
      firstname: 'Many',
      lastname: 'x',
    }));
    for (let from = 0; from < rows.length; from += 500)
      await room.db(t(room.db, 'order')).insert(rows.slice(from, from + 500));
    expect(await list({ statusIds: [2] })).toMatchObject({ total: 10_000, more: true, sortedNewestOnly: false });
    const many = await list({ customer: 'many' }, { by: 'total', descending: true });
    expect(many).toMatchObject({ total: 10_000, more: true, sortedNewestOnly: true });
    expect(await list({}, newest, { limit: 20, offset: 10_000 })).toMatchObject({ rows: [], more: true });
    await room.db(t(room.db, 'order')).where('order_id', '>=', 1000).delete();
  });
});

describe('the view of an order', () => {
  test('names status and customer group, and the invoice once there is one', async () => {
    const room = await orderRoom();
    try {
      const { orderId } = await saveOrder(room.context, draftOf([line(40)]), press());
      const view = await findOrderView(room.db, orderId, 1);
      expect(view).toMatchObject({ statusName: 'Pending', invoice: null, order: { orderId } });
      await room.db(t(room.db, 'order')).where({ order_id: orderId }).update({ invoice_no: 7, invoice_prefix: 'INV-' });
      expect((await findOrderView(room.db, orderId, 1))?.invoice).toBe('INV-7');
      expect(await findOrderView(room.db, 4711, 1)).toBeNull();
    } finally {
      await room.destroy();
    }
  });
});
