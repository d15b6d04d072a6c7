import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sweepRound } from '../../../extension/payment_link/sweep/sweep';
import { answerSweep, readSweepPause } from '../../../extension/payment_link/sweep/sweep_pause';
import { detachShop } from '../../../install/attach/detach';
import { confirmMove } from '../../../install/attach/identity';
import { lookAtShop } from '../../../install/attach/look';
import { migrate } from '../../../install/migrations/migrate';
import { start } from '../../../main';
import { readConfig } from '../../../system/config';
import { systemClock } from '../../../system/clock';
import { forgetKept } from '../../../system/db/kept';
import { documentedRunner } from '../../support/documented_user';
import { phpEnters } from '../../support/php_orders';
import { PhpShop, REQUEST_STATUS } from '../../support/php_shop';
import { until } from '../../support/program';
import { onServer } from '../../support/require';

/** Nothing comes of nothing: as long as a watcher that runs would take to act. */
const aFewLooks = () => new Promise((resolve) => setTimeout(resolve, 2500));

onServer('attaching and detaching', (server) => {
  let shop: PhpShop;
  beforeEach(async () => {
    shop = await PhpShop.open(server, '3.0.4');
  }, 60_000);
  afterEach(() => shop.close());

  test('a look writes nothing, and says version, stores and what would be added', async () => {
    const before = await shop.fingerprint(['setting']);
    const { found, newTables } = await lookAtShop(shop.db);
    expect(found.release).toBe('3.0.0 – 3.0.4');
    expect(newTables).toContain('oc_payment_link_outbox');
    expect(await shop.ownTables()).toEqual([]);
    expect(await shop.fingerprint(['setting'])).toEqual(before);
  });

  test('a database that is no shop is refused, naming what it lacks', async () => {
    await shop.db.schema.dropTable('oc_order_history');
    await expect(lookAtShop(shop.db)).rejects.toMatchObject({ code: 'shop_not_understood' });
    await expect(lookAtShop(shop.db)).rejects.toThrow('order_history');
    expect(await shop.ownTables()).toEqual([]);
  });

  test('neither kind of shop starts on the database of the other', async () => {
    await expect(shop.startProgram()).rejects.toMatchObject({ code: 'not_attached' });
    await expect(shop.startProgram({ SHOP: 'embedded' })).rejects.toMatchObject({ code: 'foreign_database' });
    await shop.attach();
    await expect(shop.startProgram({ SHOP: 'embedded' })).rejects.toMatchObject({ code: 'attached_database' });
  });

  test('the settings of the official plugin are copied once, keys boxed, links off', async () => {
    const plugin = {
      status: '1',
      sandbox_api_key: 'the-plugins-test-key',
      days_active: '',
      order_status_id_completed: '5',
    };
    for (const [key, value] of Object.entries({ ...plugin, generate_payment_links_status: '1' })) {
      const row = {
        store_id: 0,
        code: 'payment_multisafepay',
        key: `payment_multisafepay_${key}`,
        value,
        serialized: 0,
      };
      await shop.insert('setting', row);
    }
    await shop.attach();
    const rows = (await shop.db('oc_payment_link_setting').where('code', 'payment_multisafepay')) as {
      key: string;
      value: string;
    }[];
    const values = Object.fromEntries(rows.map(({ key, value }) => [key.replace('payment_multisafepay_', ''), value]));
    expect(values).toMatchObject({ status: '1', order_status_id_completed: '5', generate_payment_links_status: '0' });
    expect(values).not.toHaveProperty('days_active');
    expect(values['sandbox_api_key']).not.toContain('plugins');
    const program = await shop.startProgram();
    expect(await program.links.settingsFor(0, 'multisafepay')).toMatchObject({
      sandbox_api_key: 'the-plugins-test-key',
    });
  });

  test('attach, work and detach leave no trace but the export', async () => {
    const before = await shop.fingerprint(['extension', 'event', 'setting', 'user', 'user_group', 'order_status']);
    await shop.attach();
    await shop.startProgram();
    await shop.switchLinksOn();
    const orderId = await phpEnters(shop, { statusId: REQUEST_STATUS });
    await shop.untilMails(1);
    const file = join(mkdtempSync(join(tmpdir(), 'payment-links-export-')), 'leaving', 'links.jsonl');
    const links = { ...shop.running().links };
    await expect(detachShop(links, { openLinks: 'leave', exportPath: file })).rejects.toMatchObject({
      code: 'still_running',
    });
    await shop.stopProgram();
    const program = await start(shop.config(), { serve: false, work: false });
    await expect(detachShop(program.links, { openLinks: 'refuse', exportPath: file })).rejects.toMatchObject({
      code: 'links_open',
    });
    const taken = join(dirname(dirname(file)), 'of-another-time.jsonl');
    writeFileSync(taken, 'what was written before');
    for (const exportPath of [taken, join(taken, 'below-a-file')]) {
      await expect(detachShop(program.links, { openLinks: 'cancel', exportPath })).rejects.toMatchObject({
        code: exportPath === taken ? 'export_exists' : 'export_refused',
      });
    }
    expect(readFileSync(taken, 'utf8')).toBe('what was written before');
    expect(await shop.db('oc_payment_link').pluck('state')).toEqual(['active']);
    await detachShop(program.links, { openLinks: 'cancel', exportPath: file });
    await program.stop();
    expect(await shop.ownTables()).toEqual([]);
    expect(await shop.fingerprint(['extension', 'event', 'setting', 'user', 'user_group', 'order_status'])).toEqual(
      before,
    );
    const [link] = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(link).toMatchObject({ kind: 'link', order_id: orderId, reference: `${orderId}-1`, state: 'cancelled' });
    expect(link).not.toHaveProperty('token');
  });

  test('the user for running can neither detach nor migrate, and is told before anything is done', async () => {
    await shop.attach();
    await shop.startProgram();
    await shop.switchLinksOn();
    await phpEnters(shop, { statusId: REQUEST_STATUS });
    await shop.untilMails(1);
    await shop.stopProgram();
    const runner = await documentedRunner(shop);
    const tables = await shop.ownTables();
    const program = await start(shop.config({ DATABASE_URL: runner.url }), { serve: false, work: false });
    const { db } = program.links;
    const exportPath = join(mkdtempSync(join(tmpdir(), 'payment-links-export-')), 'links.jsonl');
    const refused = { code: 'tables_not_allowed', message: expect.stringContaining('pl_run') };
    await expect(detachShop(program.links, { openLinks: 'cancel', exportPath })).rejects.toMatchObject(refused);
    expect([await shop.db('oc_payment_link').pluck('state'), existsSync(exportPath)]).toEqual([['active'], false]);
    await shop.db('oc_payment_link_migration').where('name', '0007_bulk_runs').delete();
    await expect(migrate(db, 'attached', systemClock)).rejects.toMatchObject(refused);
    expect(await shop.ownTables()).toEqual(tables);
    await program.stop();
    await runner.drop();
  });

  test('what looks like a copy keeps quiet until a person confirms the move', async () => {
    await shop.attach();
    await shop.startProgram();
    await shop.switchLinksOn();
    await shop.stopProgram();
    const elsewhere = { PUBLIC_URL: 'https://copy.example/payment-links' };
    const copy = await shop.startProgram(elsewhere);
    const orderId = await phpEnters(shop, { statusId: REQUEST_STATUS });
    await aFewLooks();
    expect(shop.requests()).toEqual([]);
    expect(await copy.held()).toEqual([expect.stringContaining('copy.example')]);
    expect(await shop.db('oc_payment_link_seen').where({ order_id: orderId })).toEqual([]);
    await confirmMove(shop.db, systemClock, shop.config(elsewhere));
    await shop.untilRequests(1, orderId);
  });

  test('five hundred old orders in the status get neither a request nor a mail', async () => {
    const [first] = [await phpEnters(shop, { statusId: REQUEST_STATUS })];
    await shop.db.raw(
      'insert into oc_order_history (order_id, order_status_id, notify, comment, date_added) select order_id, 17, 0, "", now() from oc_order',
    );
    const columns = Object.keys((await shop.db('oc_order').first()) as object).filter((name) => name !== 'order_id');
    for (let n = 0; n < 499; n++) {
      const row = (await shop
        .db('oc_order')
        .where({ order_id: first })
        .first(...columns)) as Record<string, unknown>;
      const [orderId] = await shop.db('oc_order').insert(row);
      await shop.insert('order_history', {
        order_id: orderId,
        order_status_id: 17,
        notify: 0,
        comment: '',
        date_added: row['date_added'],
      });
    }
    await shop.attach();
    await shop.startProgram();
    await shop.switchLinksOn();
    const fresh = await phpEnters(shop, { statusId: REQUEST_STATUS });
    await shop.untilMails(1);
    await sweepRound(shop.running().links);
    await shop.untilJudged(fresh);
    expect(shop.requests().map(({ reference }) => reference)).toEqual([`${fresh}-1`]);
    expect(shop.mails.caught).toHaveLength(1);
  });

  test('more links in a minute than allowed wait for a person, who may have them made', async () => {
    await shop.attach();
    const { links } = await shop.startProgram();
    await shop.switchLinksOn();
    await links
      .db('oc_payment_link_setting')
      .insert({ store_id: 0, code: 'payment_link', key: 'payment_link_links_per_minute', value: '3', serialized: 0 });
    forgetKept(links.db);
    await Promise.all(Array.from({ length: 8 }, () => phpEnters(shop, { statusId: REQUEST_STATUS })));
    await until(
      async () => (await readSweepPause(links))?.orderIds.length ?? 0,
      (waiting) => waiting >= 5,
    );
    expect(shop.requests().length).toBeLessThanOrEqual(3);
    await answerSweep(links, true, 'owner');
    await until(
      async () => new Set(shop.requests().map(({ reference }) => reference)).size,
      (made) => made === 8,
    );
  });
});

test('SHOP=attached asks for a database', () => {
  expect(() => readConfig({ SHOP: 'attached' })).toThrow('DATABASE_URL');
});
