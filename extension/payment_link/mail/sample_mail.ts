import { DAY_MS } from '../../../system/clock';
import { money } from '../../../system/money';
import type { MailChoice, MailFacts, MailKind, MailLink, MailRequest, ShopIdentity } from '../mail_port';
import type { Order, OrderAddress } from '../order_book';

const AMOUNT = money(8470, 'EUR');
const ORDER_ID = 1042;

/** A mail about an order that does not exist, for previews and test sends. */
export function sampleMail(sample: {
  readonly kind: MailKind;
  readonly language: string;
  readonly shop: ShopIdentity;
  readonly choice: MailChoice;
  readonly publicUrl: string;
  readonly demo: boolean;
  /** UTC epoch ms. */
  readonly now: number;
}): MailRequest {
  const { kind, language, shop, choice, demo, now } = sample;
  return {
    kind,
    language,
    shop,
    order: sampleOrder(shop, language, now),
    link: sampleLink(sample.publicUrl, now),
    facts: FACTS[kind](now),
    choice,
    statusName: 'Processing',
    comment: kind === 'order_update' ? 'Your order leaves us tomorrow.' : '',
    demo,
  };
}

const paid = (now: number): MailFacts => ({ amount: AMOUNT, method: 'iDEAL', at: now });
const nothing = (): MailFacts => ({});

/** What each kind is about beside the order and its link. */
const FACTS: Readonly<Record<MailKind, (now: number) => MailFacts>> = {
  payment_link: nothing,
  order: nothing,
  order_update: nothing,
  paid,
  expired: (now) => ({ at: now }),
  replaced: () => ({ oldAmount: money(6050, 'EUR') }),
  refunded: paid,
  reminder: nothing,
  order_alert: nothing,
  shop_paid: paid,
  shop_needs_person: () => ({
    reason: 'It was paid twice.',
    remedy: 'Open the order and give one of the two payments back.',
  }),
};

function sampleLink(publicUrl: string, now: number): MailLink {
  return {
    // Looks like an address of ours and leads nowhere: no token is this short.
    url: `${publicUrl}/pay/example`,
    amount: AMOUNT,
    expiresAt: now + 30 * DAY_MS,
    state: 'active',
    environment: 'live',
    reference: `${ORDER_ID}-1`,
    purpose: 'order',
    description: `Order ${ORDER_ID}`,
    customerName: 'Sanne de Vries',
    customerEmail: 'sanne@customer.example',
  };
}

const ADDRESS: OrderAddress = {
  ...{ firstName: 'Sanne', lastName: 'de Vries', company: '' },
  ...{ address1: 'Prinsengracht 263', address2: '', city: 'Amsterdam', postcode: '1016 GV' },
  ...{ zone: 'Noord-Holland', zoneId: 0, zoneCode: 'NH' },
  ...{ country: 'Netherlands', countryId: 0, countryIso2: 'NL', format: '' },
};

/** Two of one thing and shipping, with 21 % tax: 84.70. */
function sampleOrder(shop: ShopIdentity, language: string, now: number): Order {
  const added = new Date(now).toISOString().slice(0, 19).replace('T', ' ');
  return {
    ...{ orderId: ORDER_ID, storeId: shop.storeId, storeName: shop.name, storeUrl: shop.url, statusId: 1 },
    ...{ customerId: 0, customerGroupId: 1, firstName: 'Sanne', lastName: 'de Vries' },
    ...{ email: 'sanne@customer.example', telephone: '+31 20 555 01 02', languageId: 1, languageCode: language },
    ...{ currencyCode: 'EUR', currencyValue: '1.00000000', total: '84.7000' },
    paymentMethod: { code: 'multisafepay.multisafepay', name: 'MultiSafepay' },
    shippingMethod: { code: 'flat.flat', name: 'Flat Shipping Rate' },
    paymentAddress: ADDRESS,
    shippingAddress: ADDRESS,
    ...{ comment: '', ip: '', dateAdded: added, dateModified: added },
    lines: [
      {
        ...{ orderProductId: 1, productId: 1, name: 'Canal House Tea Light', model: 'TEA-7', quantity: 2 },
        ...{ price: '32.5000', total: '65.0000', tax: '6.8250', reward: 0, weight: null },
        options: [{ productOptionId: 1, productOptionValueId: 1, name: 'Colour', value: 'Delft blue', type: 'select' }],
        taxRates: [],
      },
    ],
    totals: [
      { code: 'sub_total', title: 'Sub-Total', value: '65.0000', sortOrder: 1, taxRates: [] },
      { code: 'shipping', title: 'Flat Shipping Rate', value: '5.0000', sortOrder: 3, taxRates: [] },
      { code: 'tax', title: 'VAT (21%)', value: '14.7000', sortOrder: 5, taxRates: [] },
      { code: 'total', title: 'Total', value: '84.7000', sortOrder: 9, taxRates: [] },
    ],
  };
}
