import { readExtensionSettings, saveExtensionSettings } from '../../../extension/opencart/setting/extension_settings';
import { listSettings } from '../../../extension/opencart/setting/setting_rows';
import { PAYMENT_LINK_SETTINGS } from '../../../extension/payment_link/setting/settings';
import { transaction } from '../../../system/db/transaction';
import { forgetKept } from '../../../system/db/kept';
import { t } from '../../../system/db/table';
import { decrypt } from '../../../system/secret_box';
import type { Values } from '../../../system/settings';
import type { Form } from '../../support/agent';
import { startProgram, type ProgramRoom } from '../../support/program';

let shop: ProgramRoom;
beforeAll(async () => (shop = await startProgram()));
afterAll(() => shop.close());

const WHY =
  'The address that this is sent to was changed. Type it again: what is stored is never sent to a new address.';
const errorOf = (html: string, field: string) =>
  new RegExp(`id="${field}-error">(?:<i[^>]*></i>)?\\s*([^<]+)`).exec(html)?.[1]?.trim();
const valueOf = (html: string, id: string) => new RegExp(`value="([^"]*)" id="${id}"`).exec(html)?.[1];

async function stored(code: string, key: string, storeId = 0): Promise<string | undefined> {
  return (await listSettings(shop.db, [storeId], code)).find((row) => row.key === `${code}_${key}`)?.value;
}
async function secret(code: string, key: string, storeId = 0): Promise<string> {
  return decrypt(shop.program.secretKey, (await stored(code, key, storeId)) ?? '');
}

describe('the password of the mail server', () => {
  const form: Form = {
    ...{ store_id: '0', name: 'Canal House', owner: 'Canal House', address: 'Kraanspoor 39', email: 'a@shop.example' },
    ...{ telephone: '', url: 'https://shop.example/', timezone: 'UTC' },
    ...{ language_catalog: 'en-gb', currency: 'EUR', customer_group_id: '1', order_status_id: '1' },
    ...{ processing_status: ['2', '17'], complete_status: ['5'], mail_alert_email: '' },
    ...{ mail_smtp_hostname: 'tls://mail.shop.example', mail_smtp_port: '587', mail_smtp_username: 'post' },
    ...{ mail_smtp_password: '', mail_smtp_timeout: '5' },
  };
  let place: Form = {};
  const save = (more: Form) => shop.post('/admin/setting/store/save', { ...form, ...place, ...more });

  beforeAll(async () => {
    const { country_id, zone_id } = await shop.db(t(shop.db, 'zone')).first();
    place = { country_id: String(country_id), zone_id: String(zone_id) };
    expect((await save({ mail_smtp_password: 'first' })).status).toBe(303);
  });

  test.each([
    ['another server', { mail_smtp_hostname: 'tls://mail.thief.example' }],
    ['the same without encryption', { mail_smtp_hostname: 'mail.shop.example' }],
    ['another port', { mail_smtp_port: '2525' }],
  ])('is asked for again for %s; what was typed is kept, nothing is saved', async (_, change: Form) => {
    const answer = await save(change);
    expect(answer.status).toBe(422);
    expect(errorOf(answer.html, 'mail_smtp_password')).toBe(WHY);
    for (const [id, typed] of Object.entries(change)) expect(valueOf(answer.html, id)).toBe(typed);
    expect(await stored('config', 'mail_smtp_hostname')).toBe('tls://mail.shop.example');
    expect(await stored('config', 'mail_smtp_port')).toBe('587');
  });

  test('stays in its field when something else is refused, and goes with the new address when typed again', async () => {
    const typed = { mail_smtp_hostname: 'tls://new.shop.example', mail_smtp_password: 'second' };
    const refused = await save({ ...typed, owner: 'x' });
    expect([refused.status, valueOf(refused.html, 'mail_smtp_password')]).toEqual([422, 'second']);
    expect((await save(typed)).status).toBe(303);
    expect(await stored('config', 'mail_smtp_hostname')).toBe('tls://new.shop.example');
    expect(await secret('config', 'mail_smtp_password')).toBe('second');
    expect((await shop.get('/admin/setting/store/form?store_id=0')).html).not.toContain('second');
  });

  test('is not asked for where the log-in goes away with it', async () => {
    expect((await save({ mail_smtp_hostname: 'other.example', mail_smtp_username: '' })).status).toBe(303);
    expect(await stored('config', 'mail_smtp_password')).toBeUndefined();
  });
});

describe('the key of the shop’s own API', () => {
  const form: Form = {
    ...{ link_address: 'own', expired_status: '0', links_per_minute: '60', which_orders: 'own', payment_codes: '' },
    ...{ notify_emails: '', notify_paid: '1', notify_needs_person: '1', reminders: '0', reminders_max: '3' },
    ...{ reminder_hours_after: '24', reminder_hours_before: '24', quiet_from: '21', quiet_to: '8', store_id: '0' },
    ...{ shop_api_url: 'https://shop.example/', shop_api_username: 'Default', shop_api_key: '' },
  };
  const save = (more: Form) => shop.post('/admin/extension/payment_link/save', { ...form, ...more });
  const place = (storeId: number) => ({ storeId, code: 'payment_link', secretKey: shop.program.secretKey });
  const write = (storeId: number, values: Values) =>
    transaction(shop.db, (tx) => saveExtensionSettings(tx, place(storeId), PAYMENT_LINK_SETTINGS, values));

  beforeAll(async () => {
    await shop.db(t(shop.db, 'store')).insert({ store_id: 1, name: 'Wholesale', url: 'https://b2b.example/' });
    forgetKept(shop.db);
    expect((await save({ shop_api_key: 'first' })).status).toBe(303);
  });

  test('is asked for again with another address, beside its field', async () => {
    const answer = await save({ shop_api_url: 'https://thief.example/' });
    expect(answer.status).toBe(422);
    expect(await stored('payment_link', 'shop_api_url')).toBe('https://shop.example/');
    expect((await save({ shop_api_url: 'https://new.example/', shop_api_key: 'second' })).status).toBe(303);
    expect(await secret('payment_link', 'shop_api_key')).toBe('second');
    expect((await save({ shop_api_url: 'https://new.example/', links_per_minute: '61' })).status).toBe(303);
  });

  test('is not lent to a store that inherits it and gives an address of its own', async () => {
    const answer = await save({ store_id: '1', shop_api_url: 'https://thief.example/' });
    expect(answer.status).toBe(422);
    expect(await stored('payment_link', 'shop_api_url', 1)).toBeUndefined();
  });

  test('stays whichever part of the program writes the settings', async () => {
    const before = await readExtensionSettings(shop.db, place(0), PAYMENT_LINK_SETTINGS);
    const moved = { ...before, shop_api_key: '', shop_api_url: 'https://thief.example/' };
    await expect(write(0, moved)).rejects.toMatchObject({
      details: { fields: { shop_api_key: 'error_secret_again' } },
    });
    await expect(write(1, { shop_api_url: 'https://thief.example/' })).rejects.toMatchObject({ code: 'invalid_form' });
    await write(0, { ...moved, shop_api_key: null });
    expect(await stored('payment_link', 'shop_api_key')).toBeUndefined();
  });

  test('does not reach the address of another store that was entered before it, or with a key that was taken back', async () => {
    const keyOf = async (storeId: number) =>
      (await readExtensionSettings(shop.db, place(storeId), PAYMENT_LINK_SETTINGS))['shop_api_key'];
    await write(1, { shop_api_url: 'https://thief.example/' });
    await write(0, { shop_api_url: 'https://shop.example/', shop_api_username: 'Default', shop_api_key: 'third' });
    expect([await keyOf(0), await keyOf(1)]).toEqual(['third', '']);
    await write(1, { shop_api_url: 'https://thief.example/', shop_api_key: 'own' });
    expect(await keyOf(1)).toBe('own');
    await write(1, { shop_api_url: 'https://thief.example/', shop_api_key: null });
    expect([await stored('payment_link', 'shop_api_key', 1), await keyOf(1)]).toEqual([undefined, '']);
    await write(1, {});
    expect(await keyOf(1)).toBe('third');
  });
});
