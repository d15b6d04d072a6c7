import { forgetKept } from '../../../system/db/kept';
import { t } from '../../../system/db/table';
import { filledForm } from '../../support/enter_order';
import { chosenIn, optionsIn } from '../../support/order_form';
import { startProgram, type ProgramRoom } from '../../support/program';

/** What staff in a hurry need not choose. */
describe('what the order form chooses by itself', () => {
  let shop: ProgramRoom;
  let bookshop: string;

  beforeAll(async () => {
    shop = await startProgram();
    const uk = (await shop.db(t(shop.db, 'country')).where('iso_code_2', 'GB').first('country_id')) as object;
    const zone = (await shop.db(t(shop.db, 'zone')).where(uk).first('zone_id', 'country_id')) as Record<string, number>;
    await shop.post('/admin/setting/store/save', {
      ...{
        store_id: '',
        name: 'Harbour Books',
        owner: 'Ann',
        email: 'books@harbour.example',
        telephone: '1',
        address: 'Quay 1',
      },
      ...{ url: 'https://books.harbour.example/', timezone: 'Europe/London', language_catalog: 'en-gb' },
      ...{ country_id: String(zone['country_id']), zone_id: String(zone['zone_id']) },
      ...{ currency: 'GBP', customer_group_id: '1', order_status_id: '2', processing_status: ['2'] },
      ...{ complete_status: ['5'], failed_status_id: '0', void_status_id: '0' },
    });
    const row = (await shop.db(t(shop.db, 'store')).first('store_id')) as { store_id: number };
    bookshop = String(row.store_id);
  });
  afterAll(() => shop.close());

  const press = async (act: string, typed: Record<string, string>) =>
    (await shop.post('/admin/sale/order/form', { ...(await filledForm(shop)), ...typed, act })).html;
  const chosen = (html: string, ...names: string[]) => names.map((name) => chosenIn(html, name));
  const elsewhere = { 'payment_address[address_1]': '', 'payment_address[city]': '' };

  test('another store brings its currency, and its country while no address is typed', async () => {
    const page = await press('refresh', { ...elsewhere, store_id: bookshop });
    const country = (await shop.db(t(shop.db, 'country')).where('iso_code_2', 'GB').first('country_id')) as {
      country_id: number;
    };
    expect(chosen(page, 'currency_code', 'payment_address\\[country_id\\]')).toEqual([
      'GBP',
      String(country.country_id),
    ]);
    expect(page).toContain(`name="defaults_of" value="${bookshop}"`);
  });

  test('a store that sells nothing yet says where products are put into it', async () => {
    const wanted = { product_search: 'Gooseneck' };
    expect(await press('refresh', { ...wanted, store_id: bookshop })).toContain('No product of Harbour Books matches.');
    expect(await press('refresh', wanted)).not.toContain('No product');
    expect(await press('refresh', { product_search: 'no such thing' })).toContain('No product matches.');
  });

  test('what was chosen by hand stays when the store changes', async () => {
    const page = await press('refresh', { store_id: bookshop, currency_code: 'USD', status_id: '3' });
    expect(chosen(page, 'currency_code', 'status_id')).toEqual(['USD', '3']);
    const typed = await press('refresh', { store_id: bookshop });
    const before = await press('refresh', {});
    expect(chosen(typed, 'payment_address\\[country_id\\]')).toEqual(chosen(before, 'payment_address\\[country_id\\]'));
  });

  test('the only way to ship is chosen already; of several none is', async () => {
    const several = await press('step:totals', { shipping_code: '' });
    expect(optionsIn(several, 'shipping_code').length).toBeGreaterThan(1);
    expect(chosen(several, 'shipping_code')).toEqual(['']);
    const { db } = shop;
    const others = optionsIn(several, 'shipping_code').filter((code) => code !== 'flat.flat');
    for (const code of others) {
      const key = `shipping_${code.split('.')[0] ?? ''}_status`;
      await db(t(db, 'setting')).where({ key }).update({ value: '0' });
    }
    forgetKept(db);
    const only = await press('step:totals', { shipping_code: '' });
    expect([optionsIn(only, 'shipping_code'), chosen(only, 'shipping_code')]).toEqual([['flat.flat'], ['flat.flat']]);
  });

  test('a new order begins with a payment method that can charge the currency', async () => {
    const begun = async () => chosen((await shop.get('/admin/sale/order/form')).html, 'payment_code');
    expect(await begun()).toEqual(['multisafepay.multisafepay']);
    await shop.post('/admin/extension/payment/disable', { code: 'multisafepay' });
    // Midtrans is next in the list, but charges rupiah only.
    expect(await begun()).toEqual(['bank_transfer.bank_transfer']);
  });
});
