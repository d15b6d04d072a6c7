import { optionsIn } from '../../support/order_form';
import { filledForm } from '../../support/enter_order';
import { startProgram, type ProgramRoom } from '../../support/program';

/** Half past midnight in Amsterdam, where the demo shop is; in Greenwich it is still the day before. */
const AFTER_MIDNIGHT = Date.UTC(2026, 10, 27, 23, 30);

describe('the order form just after the shop’s midnight', () => {
  let shop: ProgramRoom;
  beforeAll(async () => (shop = await startProgram({}, { clock: { now: () => AFTER_MIDNIGHT } })));
  afterAll(() => shop.close());

  test('a product that is available from today is shipped today', async () => {
    const form = await filledForm(shop);
    const page = await shop.post('/admin/sale/order/form', { ...form, act: 'step:totals', shipping_code: '' });
    expect(optionsIn(page.html, 'shipping_code')).toContain('flat.flat');
  });
});
