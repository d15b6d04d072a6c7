import { readSettings, shopSettings } from '../../../../extension/opencart/setting/settings';
import { t } from '../../../../system/db/table';
import { freshDatabase } from '../../../support/database';

describe("a store's settings", () => {
  test("its own value wins, the default store's fills in, another store's is not seen", async () => {
    const { db, destroy } = await freshDatabase();
    const row = (store_id: number, key: string, value: string) => ({ store_id, code: 'config', key, value });
    await db(t(db, 'setting')).insert([
      row(1, 'config_name', 'Second &amp; Sons'),
      row(0, 'config_name', 'First'),
      row(0, 'config_email', 'shop@example.com'),
      row(2, 'config_email', 'third@example.com'),
    ]);
    const [first, second] = [await readSettings(db, 0), await readSettings(db, 1)];
    expect([first.text('config_name'), second.text('config_name')]).toEqual(['First', 'Second & Sons']);
    expect(second.text('config_email')).toBe('shop@example.com');
    await destroy();
  });

  const settings = shopSettings([
    { key: 'list', value: '["5","1"]' },
    { key: 'holed', value: '{"0":"5","2":"3"}' },
    { key: 'broken', value: '[1' },
    { key: 'on', value: '1' },
    { key: 'off', value: '0' },
    { key: 'fee', value: '4.9500' },
    { key: 'null', value: null },
  ]);

  test('lists of ids read as PHP writes them', () => {
    expect([settings.ids('list'), settings.ids('holed'), settings.ids('broken'), settings.ids('none')]).toEqual([
      [5, 1],
      [5, 3],
      [],
      [],
    ]);
  });

  test('numbers, amounts and flags', () => {
    expect([settings.number('fee'), settings.number('none'), settings.number('broken', 7)]).toEqual([4.95, 0, 7]);
    expect(settings.decimal('fee').toFixed(4)).toBe('4.9500');
    expect([settings.decimal('broken').isZero(), settings.flag('on'), settings.flag('off')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('absent and null are told apart, and both read as empty', () => {
    expect([settings.has('null'), settings.has('none'), settings.text('null'), settings.text('none', 'x')]).toEqual([
      true,
      false,
      '',
      'x',
    ]);
    expect(settings.timeZone).toBe('UTC');
  });
});
