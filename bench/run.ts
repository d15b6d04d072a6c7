import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SECOND_MS } from '../system/clock';
import { connect } from '../system/db/connect';
import { dialectOf, t, type Db } from '../system/db/table';
import { mariadbIn, sqliteIn, type BenchDatabase } from './databases';
import { atMost, figure, type Figure } from './figures';
import { measureNotifications } from './notifications';
import { benchCommand, type Options } from './options';
import { measurePages } from './pages';
import { startProgram, startStandIns, type Measured, type StandIns } from './processes';
import { keep, tableOf } from './report';
import { measureSaving } from './saving';
import { seedLinks } from './seed_links';
import { seedOrders } from './seed_orders';
import { ShopClient } from './shop_client';
import { measureSoak } from './soak';

const PASSWORD = 'bench-password';
/** Of a process that nobody asks anything, the garbage of its start is gone by then. */
const IDLE_SECONDS = 45;

/** `npm run bench`: prints a table for each database, and keeps JSON in bench/results. */
export function run(args: readonly string[]): void {
  benchCommand(async (options) => {
    if (options.database !== 'mariadb') await inFolder((folder) => bench(sqliteIn(folder), folder, options));
    if (options.database === 'sqlite') return;
    await inFolder(async (folder) => {
      const mariadb = await mariadbIn(folder);
      if (mariadb) await bench(mariadb, folder, options);
      else console.log('\nMariaDB: NOT measured. TEST_DATABASE_URL names no server, and mariadbd is not installed.');
    });
  })
    .parseAsync([...args], { from: 'user' })
    .then(
      () => process.exit(0),
      (failed: unknown) => {
        console.error(failed);
        process.exit(1);
      },
    );
}

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'payment-links-bench-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', remove);
  await work(folder);
  process.off('exit', remove);
  remove();
}

async function bench(database: BenchDatabase, folder: string, options: Options): Promise<void> {
  const standIns = await startStandIns(options.latency);
  const db = connect({ url: database.url, tablePrefix: 'oc_' });
  const env: Record<string, string> = {
    DEMO: '1',
    DATA_DIR: folder,
    ADMIN_PASSWORD: PASSWORD,
    SMTP_URL: standIns.smtpUrl,
    MULTISAFEPAY_API_URL: standIns.apiUrl,
    GATEWAY_PARALLEL: '64',
    ...(database.name === 'mariadb' ? { DATABASE_URL: database.url } : {}),
  };
  try {
    console.log(`\nMeasuring on ${database.server} …`);
    const figures = [...(await working(env, standIns, db, options)), ...(await looking(env, db, options))];
    const file = keep({ database: database.name, server: database.server, options, figures });
    console.log(`\n${headOf(database, options)}\n\n${tableOf(figures)}\n\nKept in ${relative(process.cwd(), file)}`);
  } finally {
    standIns.stop();
    await db.destroy();
    await database.drop();
  }
}

function headOf({ name, server }: BenchDatabase, { orders, links, latency }: Options): string {
  const count = (value: number): string => value.toLocaleString('en-GB');
  return [
    `${name}: ${server}`,
    `${count(orders)} orders and ${count(links)} payment links; the provider takes ${latency} ms;`,
    `${cpus().length} cores, with the load, the provider and the mail server on them. Medians, unless they say otherwise.`,
  ].join('\n');
}

/** A new shop: orders, links, mails, notifications. */
async function working(env: Record<string, string>, standIns: StandIns, db: Db, options: Options): Promise<Figure[]> {
  return withProgram(env, async (program) => {
    // So that no save is refused for want of stock.
    await db(t(db, 'product')).update({ quantity: 1_000_000 });
    const client = await loggedIn(program, 16);
    const figures = await measureSaving(program, client, standIns, options);
    figures.push(...(await measureNotifications(program, standIns, db, options)));
    const { now, peak } = program.memory();
    figures.push(figure('resident memory after that', now, 'MB', null, `peak ${peak}`));
    if (options.soak > 0) figures.push(...(await measureSoak(program, client, standIns, options.soak)));
    await client.close();
    return figures;
  });
}

/** A shop of years: how it starts, rests and shows its lists. */
async function looking(env: Record<string, string>, db: Db, options: Options): Promise<Figure[]> {
  // What is seeded is thrown away: it need not survive a power cut.
  if (dialectOf(db) === 'sqlite')
    for (const pragma of ['synchronous=OFF', 'cache_size=-400000']) await db.raw(`PRAGMA ${pragma}`);
  const now = Date.now();
  await seedOrders(db, options.orders, now);
  await seedLinks(db, options.links, now);
  return withProgram(env, async (program) => {
    const figures = [figure('ready after spawning node, existing database', program.readyMs, 'ms', atMost(1000))];
    await sleep(IDLE_SECONDS * SECOND_MS);
    const { now: resident, peak } = program.memory();
    figures.push(figure(`resident memory, idle for ${IDLE_SECONDS} s`, resident, 'MB', atMost(120), `peak ${peak}`));
    const [client, other] = [await loggedIn(program, 1), await loggedIn(program, 1)];
    figures.push(...(await measurePages(program, client, other, options)));
    const after = program.memory();
    figures.push(figure('resident memory after the pages', after.now, 'MB', null, `peak ${after.peak}`));
    for (const one of [client, other]) await one.close();
    return figures;
  });
}

async function withProgram<T>(env: Record<string, string>, work: (program: Measured) => Promise<T>): Promise<T> {
  const program = await startProgram(env);
  try {
    return await work(program);
  } finally {
    await program.stop();
  }
}

async function loggedIn(program: Measured, connections: number): Promise<ShopClient> {
  const client = new ShopClient(program.url, connections);
  await client.logIn(PASSWORD);
  return client;
}
