import { textOf, type Answered, type Form } from '../../support/agent';
import { startProgram, type ProgramRoom } from '../../support/program';

/** Every form of the admin is refused once, empty or with nonsense: what it says must lead to the fields. */

let shop: ProgramRoom;
beforeAll(async () => (shop = await startProgram()));
afterAll(() => shop.close());

const LONG = 'x'.repeat(3000);
const REFUSED: readonly (readonly [form: string, page: string, action: string, typed: Form])[] = [
  [
    'an order',
    '/admin/sale/order/form',
    '/admin/sale/order/form',
    { act: 'save', order_id: '0', form_token: 'f', shipping_same: '1', email: 'no address' },
  ],
  [
    'a product',
    '/admin/catalog/product/form',
    '/admin/catalog/product/save',
    { product_id: '0', price: 'much', quantity: 'ten', minimum: '', weight: '' },
  ],
  [
    'a product’s option values',
    '/admin/catalog/product/form',
    '/admin/catalog/product/save',
    {
      ...{ product_id: '0', name_1: 'Lamp', model: 'L', price: '1', quantity: '1', minimum: '1', weight: '0' },
      ...{
        'option[0][option_id]': '1',
        'option[0][values][0][option_value_id]': '1',
        'option[0][values][0][offered]': '1',
      },
      ...{ 'option[0][values][0][quantity]': 'ten', 'option[0][values][0][price]': 'much' },
    },
  ],
  [
    'a customer with an address',
    '/admin/customer/customer/form',
    '/admin/customer/customer/save',
    { customer_id: '0', email: 'no address', 'address[0][address_id]': '0', 'address[0][country_id]': '0' },
  ],
  ['a user', '/admin/user/user/form', '/admin/user/user/save', { user_id: '0', email: 'no address', password: 'a' }],
  [
    'a user’s password',
    '/admin/user/user/form',
    '/admin/user/user/save',
    { user_id: '0', password: 'secret1234', confirm: 'other' },
  ],
  [
    'a user group',
    '/admin/user/user_permission/form',
    '/admin/user/user_permission/save',
    { user_group_id: '0', name: '' },
  ],
  [
    'an order status',
    '/admin/localisation/order_status/form',
    '/admin/localisation/order_status/save',
    { order_status_id: '0' },
  ],
  [
    'the default store',
    '/admin/setting/store/form?store_id=0',
    '/admin/setting/store/save',
    { store_id: '0', email: 'no address', mail_smtp_port: 'port' },
  ],
  ['a further store', '/admin/setting/store/form', '/admin/setting/store/save', { store_id: '', url: 'no address' }],
  [
    'MultiSafepay',
    '/admin/payment/multisafepay',
    '/admin/payment/multisafepay/save',
    { store_id: '0', status: '1', days_active: 'many', sort_order: 'first', order_description: LONG },
  ],
  [
    'Midtrans',
    '/admin/payment/midtrans',
    '/admin/payment/midtrans/save',
    { store_id: '0', status: '1', days_active: '', environment: '' },
  ],
  ['payment links', '/admin/extension/payment_link', '/admin/extension/payment_link/save', { store_id: '0' }],
  [
    'a mail’s text',
    '/admin/extension/payment_link/mails/form?kind=payment_link',
    '/admin/extension/payment_link/mails/save',
    { kind: 'payment_link', store_id: '0', 'subject_en-gb': '{nonsense}', 'words_nl-nl': LONG },
  ],
  [
    'a mail’s test',
    '/admin/extension/payment_link/mails/form?kind=payment_link',
    '/admin/extension/payment_link/mails/test',
    { kind: 'payment_link', store_id: '0', recipient: 'nobody' },
  ],
  [
    'a link without an order',
    '/admin/sale/payment_link/form',
    '/admin/sale/payment_link/form',
    {
      store_id: '0',
      form_token: 'a'.repeat(32),
      amount: 'much',
      email: 'no address',
      slug: '!',
      lifetime: '0',
      currency: 'EUR',
      language: 'en-gb',
    },
  ],
];

interface Said {
  readonly field: string;
  readonly sentence: string;
}

function summary({ html }: Answered): Said[] {
  const list = /data-errors>[\s\S]*?<\/ul>/.exec(html)?.[0] ?? '';
  const links = [...list.matchAll(/<a href="#([^"]+)">([\s\S]*?)<\/a>/g)];
  return links.map(([, field = '', text = '']) => ({ field, sentence: textOf(text) }));
}

const tagOf = (html: string, id: string): string =>
  new RegExp(`<(?:input|select|textarea|fieldset)[^>]* id="${id}"[^>]*>`).exec(html)?.[0] ?? '';

/** The control itself, or the ticks of a group of them. */
function markedIn(html: string, id: string): string {
  const tag = tagOf(html, id);
  if (!tag.startsWith('<fieldset') || tag.includes('aria-invalid')) return tag;
  return /<input type="checkbox"[^>]*>/.exec(html.slice(html.indexOf(tag)))?.[0] ?? '';
}

/** As a person calls the field: its label, its legend, or what a screen reader is told. */
function labelOf(html: string, id: string): string {
  const label = new RegExp(`<(?:label for|legend id)="${id}(?:-label)?"[^>]*>([^<]+)<`).exec(html)?.[1];
  return textOf(label ?? /aria-label="([^"]+)"/.exec(tagOf(html, id))?.[1] ?? '');
}

describe.each(REFUSED)('%s that is refused', (_form, page, action, typed) => {
  let answer: Answered;
  beforeAll(async () => {
    await shop.get(page);
    answer = await shop.post(action, typed);
  });

  test('names each field by its label, and links to the control that is marked as wrong and says why', () => {
    expect(answer.status).toBe(422);
    const said = summary(answer);
    expect(said.length).toBeGreaterThan(0);
    for (const { field, sentence } of said) {
      expect([field, markedIn(answer.html, field)]).toEqual([field, expect.stringContaining('aria-invalid="true"')]);
      const described = /aria-describedby="([^"]+)"/.exec(markedIn(answer.html, field))?.[1] ?? '';
      expect(described.split(' ')).toContain(`${field}-error`);
      const error = new RegExp(`id="${field}-error">([\\s\\S]*?)</p>`).exec(answer.html)?.[1] ?? '';
      expect(error).not.toBe('');
      const label = labelOf(answer.html, field);
      expect(label).not.toBe('');
      if (field !== 'product_search') expect(sentence).toContain(label.replace(/^[^:]+: /, ''));
      expect(sentence).toContain(`: ${textOf(error)}`);
    }
  });

  test('marks nothing that the summary leaves out, in the order of the page', () => {
    const named = summary(answer).map(({ field }) => field);
    const marked = [...answer.html.matchAll(/<p class="error" id="([^"]+)-error"/g)].map(([, id]) => id);
    const shown = typed['act'] === 'save' ? marked.filter((id) => !id?.startsWith('shipping_address')) : marked;
    expect(named).toEqual(shown);
  });
});

test('what was typed is kept', async () => {
  await shop.get('/admin/customer/customer/form');
  const { html } = await shop.post('/admin/customer/customer/save', {
    customer_id: '0',
    firstname: 'Ada',
    email: 'nowhere',
  });
  expect(tagOf(html, 'firstname')).toContain('value="Ada"');
  expect(tagOf(html, 'email')).toContain('value="nowhere"');
});
