import { createServer, type AddressInfo } from 'node:net';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start } from '../../../main';
import { ConfigError, readConfig } from '../../../system/config';
import { connect } from '../../../system/db/connect';
import { t } from '../../../system/db/table';
import { AppError } from '../../../system/errors';
import { createLog } from '../../../system/log';

/** What a start with this environment says instead of starting. */
async function refusal(env: Record<string, string>): Promise<string> {
  try {
    const program = await start(readConfig(env), { serve: true, work: false, log: createLog('silent') });
    await program.stop();
    return 'it started';
  } catch (failed) {
    if (failed instanceof AppError) return `${failed.code}: ${failed.message} ${failed.details.remedy ?? ''}`;
    if (failed instanceof ConfigError) return failed.message;
    throw failed;
  }
}

describe('a start that cannot work says why and what to do', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'payment-links-start-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const base = () => ({ DATA_DIR: folder, DEMO: '1', PORT: '0' });

  test('every wrong value of the environment, in one message', async () => {
    const said = await refusal({
      PORT: 'ninety',
      SHOP: 'magento',
      DATABASE_URL: 'postgres://x/y',
      SMTP_URL: 'mail.example',
      GATEWAY_PARALLEL: '0',
    });
    for (const word of ['PORT', 'SHOP', 'DATABASE_URL', 'SMTP_URL', 'GATEWAY_PARALLEL']) expect(said).toContain(word);
    expect(said).toContain('mysql://user:password@host:3306/database');
  });

  test('a public address that is not https is refused outside the demo, but for this machine', async () => {
    expect(await refusal({ ...base(), DEMO: '0', PUBLIC_URL: 'http://shop.example' })).toContain('https://');
    const own = readConfig({ ...base(), DEMO: '0', PUBLIC_URL: 'http://localhost:3000' });
    expect(own.warnings.join()).toContain('not https');
  });

  test('a port in use is named', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const said = await refusal({ ...base(), PORT: String(port) });
    other.close();
    expect(said).toMatch(/^port_in_use: Port \d+ is in use on 127\.0\.0\.1\./);
  });

  test('an address that is not of this machine', async () => {
    expect(await refusal({ ...base(), HOST: '192.0.2.77' })).toMatch(/^cannot_listen: .*192\.0\.2\.77.* HOST must be/);
  });

  test('a data folder that cannot be one', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(await refusal({ ...base(), DATA_DIR: join(file, 'var') })).toMatch(/^data_dir_unusable: .* DATA_DIR/);
  });

  test('a database that does not answer', async () => {
    const said = await refusal({
      ...base(),
      DEMO: '0',
      PUBLIC_URL: 'http://localhost:1',
      DATABASE_URL: 'mysql://a:b@127.0.0.1:1/shop',
    });
    expect(said).toMatch(/^database_unreachable: .*DATABASE_URL/);
  });

  test('a database of a newer version is left as it is', async () => {
    expect(await refusal(base())).toBe('it started');
    const db = connect({ url: `sqlite:${folder}/shop.sqlite`, tablePrefix: 'oc_' });
    await db(t(db, 'payment_link_migration')).insert({ name: '9999_tomorrow', shop: 'embedded', applied_at: 1 });
    await db.destroy();
    expect(await refusal(base())).toMatch(/^database_newer: .*9999_tomorrow/);
  });

  test('another key than the one the database was set up with', async () => {
    expect(await refusal({ ...base(), APP_KEY: 'a'.repeat(40) })).toBe('it started');
    expect(await refusal({ ...base(), APP_KEY: 'b'.repeat(40) })).toMatch(/^app_key_changed: /);
  });

  test('the embedded shop never starts on tables that are not its own', async () => {
    const db = connect({ url: `sqlite:${folder}/shop.sqlite`, tablePrefix: 'oc_' });
    await db.schema.createTable('oc_order', (table) => table.increments('order_id'));
    await db.destroy();
    expect(await refusal(base())).toContain('SHOP=attached');
    const after = connect({ url: `sqlite:${folder}/shop.sqlite`, tablePrefix: 'oc_' });
    const tables = (await after.raw("select name from sqlite_master where type = 'table' and name like 'oc_%'")) as {
      name: string;
    }[];
    await after.destroy();
    expect(tables.map(({ name }) => name)).toEqual(['oc_order']);
    expect(existsSync(join(folder, 'app-key'))).toBe(false);
  });

  test('the data folder that is made, and the key in it, are for this user alone', async () => {
    const made = join(folder, 'new', 'var');
    expect(await refusal({ ...base(), DATA_DIR: made })).toBe('it started');
    expect(statSync(made).mode & 0o777).toBe(0o700);
    expect(statSync(join(made, 'app-key')).mode & 0o777).toBe(0o600);
  });
});
