import { listSettings } from '../../../extension/opencart/setting/setting_rows';
import { t } from '../../../system/db/table';
import { textOf, type Form } from '../../support/agent';
import { startProgram, type ProgramRoom } from '../../support/program';

let shop: ProgramRoom;
beforeAll(async () => {
  shop = await startProgram();
  const row = { store_id: 1, name: 'Second store', url: 'https://second.example/', ssl: '' };
  const columns = Object.keys(await shop.db(t(shop.db, 'store')).columnInfo());
  const known = Object.entries(row).filter(([name]) => columns.includes(name));
  await shop.db(t(shop.db, 'store')).insert(Object.fromEntries(known));
});
afterAll(() => shop.close());

const PAGE = '/admin/payment/multisafepay';
const open = () => shop.get(`${PAGE}?store_id=1`);
const ticked = (html: string): string[] =>
  [...html.matchAll(/name="inherit" value="([^"]+)" checked/g)].map(([, key = '']) => key);
const own = async (): Promise<string[]> =>
  (await listSettings(shop.db, [1], 'payment_multisafepay')).map((row) => row.key);

/** As a browser sends the page: each tick and each field as it is shown. */
async function shownForm(): Promise<Form> {
  const { html } = await open();
  const inputs = [...html.matchAll(/<input class="form-control"[^>]* value="([^"]*)" id="\w+" name="(\w+)"/g)];
  const selects = [...html.matchAll(/<select[^>]* name="(\w+)"[^>]*>([\s\S]*?)<\/select>/g)];
  const radios = [...html.matchAll(/<input type="radio" name="(\w+)" value="(\w+)" checked/g)];
  return {
    ...Object.fromEntries(inputs.map(([, value = '', name = '']) => [name, value])),
    ...Object.fromEntries(
      selects.map(([, name = '', body = '']) => [name, /value="([^"]*)" selected/.exec(body)?.[1] ?? '']),
    ),
    ...Object.fromEntries(radios.map(([, name = '', value = '']) => [name, value])),
    store_id: '1',
    inherit: ticked(html),
  };
}
const save = (form: Form) => shop.post(`${PAGE}/save`, form);

test('a further store shows what it has from the default store, and what that is', async () => {
  const { html } = await open();
  expect(ticked(html)).toEqual(expect.arrayContaining(['status', 'days_active', 'sandbox_api_key']));
  expect(textOf(html)).toMatch(/As in [^:]+: Enabled/);
  expect(textOf(html)).toMatch(/As in [^:]+: 30/);
  expect((await shop.get(PAGE)).html).not.toContain('name="inherit"');
});

test('Save keeps what is inherited inherited; what is typed becomes the store’s own', async () => {
  const form = await shownForm();
  expect((await save(form)).status).toBe(303);
  expect(await own()).toEqual([]);
  expect((await save({ ...form, days_active: '5' })).status).toBe(303);
  expect(await own()).toEqual(['payment_multisafepay_days_active']);
  expect(ticked((await open()).html)).not.toContain('days_active');
});

test('a tick takes the own value back, a secret too', async () => {
  const form = await shownForm();
  await save({ ...form, api_key: 'k'.repeat(40) });
  expect(await own()).toContain('payment_multisafepay_api_key');
  const { html } = await open();
  await save({ ...(await shownForm()), inherit: [...ticked(html), 'days_active', 'api_key'] });
  expect(await own()).toEqual([]);
});
