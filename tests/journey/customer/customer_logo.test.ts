import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { t } from '../../../system/db/table';
import { qrPng } from '../../../system/qr_png';
import { customerOf, orderWithLink } from '../../support/customer';
import { startProgram, until, type ProgramRoom } from '../../support/program';

let shop: ProgramRoom;
beforeAll(async () => {
  shop = await startProgram();
});
afterAll(() => shop.close());

test('the shop’s logo stands on the pay page and in the mail, within them, with the name for those who see none', async () => {
  const { png } = qrPng('any picture');
  mkdirSync(join(shop.folder, 'image/catalog'), { recursive: true });
  writeFileSync(join(shop.folder, 'image/catalog/logo.png'), png);
  await shop
    .db(t(shop.db, 'setting'))
    .insert({ store_id: 0, code: 'config', key: 'config_logo', value: 'catalog/logo.png', serialized: 0 });
  await until(
    async () => (await shop.program.links.shops.identityOf(0)).logo,
    (logo) => logo !== null,
  );
  const link = await orderWithLink(shop);
  const { html } = await customerOf(shop, link).page();
  expect(html).toContain(`<img src="data:image/png;base64,${png.toString('base64')}" alt="Canal House Goods">`);
  const mail = await until(
    async () => /\/mailbox\/(\d+-\w+)"><span class="subject">Payment link/.exec((await shop.get('/mailbox')).html)?.[1],
    (id) => id !== undefined,
  );
  const source = readFileSync(join(shop.folder, `mailbox/${mail}.eml`), 'utf8');
  expect(source).toMatch(/Content-Id: <shop-logo>/i);
  const shown = (await shop.get(`/mailbox/${mail}/html`)).html;
  expect(shown).toMatch(/<img src="data:image\/png[^"]*" alt="Canal House Goods" height="40"/);
});
