import { priceOrder } from '../../../../extension/opencart/order/price_order';
import type { OrderDraft } from '../../../../extension/opencart/order/order_draft';
import { AppError } from '../../../../system/errors';
import type { Db } from '../../../../system/db/table';
import { address, draftOf, line, pricingShop, US } from '../../../support/pricing_shop';

describe('a draft with anything wrong is refused, each problem beside its field', () => {
  let db: Db;
  let destroy: () => Promise<void>;
  beforeAll(async () => void ({ db, destroy } = await pricingShop()));
  afterAll(() => destroy());

  const fieldsOf = async (draft: OrderDraft): Promise<Record<string, string>> => {
    const thrown: unknown = await priceOrder(db, draft, '2026-06-01 12:00:00').catch((error: unknown) => error);
    if (!(thrown instanceof AppError)) return {};
    expect([thrown.code, thrown.status]).toEqual(['invalid_form', 422]);
    return { ...thrown.details.fields };
  };
  const wrong = async (changes: Partial<OrderDraft>, lines = [line(40)]) =>
    Object.keys(await fieldsOf(draftOf(lines, changes))).sort();

  test('the draft the others start from is right', async () => {
    expect(await wrong({})).toEqual([]);
  });

  test('all problems come at once', async () => {
    const draft = draftOf([line(40, 0), line(999), line(30)], {
      ...{ email: 'nobody', currencyCode: 'XYZ', statusId: 99, languageId: 9, customerGroupId: 9, storeId: 9 },
      ...{ customerId: 99, firstName: '', couponCode: 'NONE', paymentAddress: address({ countryId: 999 }) },
    });
    // The unknown store sells nothing at all, so no line is looked at further.
    expect(Object.keys(await fieldsOf(draft)).sort()).toEqual([
      ...['coupon_code', 'currency_code', 'customer_group_id', 'customer_id', 'email', 'firstname', 'language_id'],
      ...['lines.0.product_id', 'lines.0.quantity', 'lines.1.product_id', 'lines.2.product_id'],
      ...['payment_address.country_id', 'status_id', 'store_id'],
    ]);
  });

  test.each([0, -1, 1.5, NaN, Infinity, 1_000_000])('a quantity of %p', async (quantity) => {
    expect(await wrong({}, [line(40, quantity)])).toEqual(['lines.0.quantity']);
  });

  test('products that are gone, switched off or not available yet, and no products at all', async () => {
    expect(await wrong({}, [line(999), line(50), line(51), line(NaN)])).toEqual(
      [0, 1, 2, 3].map((index) => `lines.${index}.product_id`),
    );
    expect(await wrong({}, [])).toEqual(['lines']);
  });

  test('fewer pieces than the minimum, counted over all lines of the product', async () => {
    const options = [
      ...[
        { productOptionId: 208, productOptionValueId: 0, value: 'x' },
        { productOptionId: 217, productOptionValueId: 1, value: '' },
      ],
      ...[218, 223].map((id) => ({ productOptionId: id, productOptionValueId: id === 218 ? 5 : 8, value: '' })),
    ];
    expect(await fieldsOf(draftOf([line(42, 1, options)]))).toEqual({
      'lines.0.quantity': 'Apple Cinema 30" is sold from 2 pieces on.',
    });
    expect(await wrong({}, [line(42, 1, options), line(42, 1, options)])).toEqual([]);
  });

  test('options that are missing, of another product, or with a value of another option', async () => {
    const option = (productOptionId: number, productOptionValueId: number, value = '') => ({
      ...{ productOptionId, productOptionValueId, value },
    });
    expect(await wrong({}, [line(30)])).toEqual(['lines.0.options.226']);
    expect(await wrong({}, [line(30, 1, [option(226, 0)])])).toEqual(['lines.0.options.226']);
    expect(await wrong({}, [line(40, 1, [option(226, 15)])])).toEqual(['lines.0.options.226']);
    expect(await wrong({}, [line(30, 1, [option(226, 14)])])).toEqual(['lines.0.options.226']);
    expect(await wrong({}, [line(30, 1, [option(226, 15), option(226, 16)])])).toEqual(['lines.0.options.226']);
    expect(await wrong({}, [line(47, 1, [option(225, 0, ' ')])])).toEqual(['lines.0.options.225']);
    expect(await wrong({}, [line(47, 1, [option(225, 0, 'x'.repeat(65_536))])])).toEqual(['lines.0.options.225']);
  });

  test('an e-mail address that is none, or carries a line break', async () => {
    for (const email of ['jan', 'jan@', 'jan@host', 'a@b@c.nl', 'jan @x.nl', 'jan@x.nl\r\nBcc: all@x.nl', '"j"@x.nl']) {
      expect(await wrong({ email })).toEqual(['email']);
    }
    for (const email of ["o'neil+shop@sub.example.co.uk", 'jan@bücher.example', '']) {
      expect(await wrong({ email })).toEqual([]);
    }
  });

  test('texts longer than their column, counted as stored', async () => {
    expect(await wrong({ firstName: 'x'.repeat(32), telephone: '☎'.repeat(32) })).toEqual([]);
    expect(await wrong({ firstName: `${'x'.repeat(31)}&` })).toEqual(['firstname']);
    expect(await wrong({ lastName: 'a\nb', comment: 'a\nb' })).toEqual(['lastname']);
    expect(await wrong({ comment: 'é'.repeat(32_768) })).toEqual(['comment']);
    expect(await wrong({ paymentAddress: address({ company: 'x'.repeat(61), postcode: '12345678901' }) })).toEqual([
      'payment_address.company',
      'payment_address.postcode',
    ]);
  });

  test('countries and regions that do not go together', async () => {
    const at = (countryId: number, zoneId: number) => wrong({ paymentAddress: address({ countryId, zoneId }) });
    expect(await at(150, 3563)).toEqual(['payment_address.zone_id']);
    expect(await at(150, 0)).toEqual(['payment_address.zone_id']);
    expect(await at(224, 3655)).toEqual(['payment_address.zone_id']);
    expect(await at(224, 0)).toEqual([]);
    expect(await at(225, 0)).toEqual(['payment_address.country_id']);
    expect(await at(NaN, NaN)).toEqual(['payment_address.country_id']);
  });

  test('a postcode is asked for where the country has them', async () => {
    expect(await wrong({ paymentAddress: address({ postcode: '' }) })).toEqual(['payment_address.postcode']);
    expect(await wrong({ paymentAddress: address({ ...US, postcode: '' }) })).toEqual([]);
  });

  test('something ships, but not where or how', async () => {
    expect(await wrong({ shippingAddress: null })).toEqual(['shipping_address.country_id']);
    expect(await wrong({ shippingCode: null })).toEqual(['shipping_code']);
    expect(await wrong({ shippingCode: 'pickup.pickup' })).toEqual(['shipping_code']);
  });

  test('where nothing ships, neither is asked for', async () => {
    const nowhere = address({ address1: '', countryId: 0, zoneId: 0 });
    expect(await wrong({ shippingAddress: nowhere, shippingCode: 'none' }, [line(43)])).toEqual([]);
  });

  test('a currency that is switched off', async () => {
    expect(await wrong({ currencyCode: 'HKD' })).toEqual(['currency_code']);
  });

  test('an amount beyond the columns', async () => {
    await db('oc_product').where('product_id', 45).update({ price: '99999999.9999' });
    expect(await wrong({}, [line(45, 999_999)])).toEqual(['lines']);
    await db('oc_product').where('product_id', 45).update({ price: '2000.0000' });
  });
});
