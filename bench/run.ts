import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Command } from 'commander';
import { connect } from '../system/db/connect';
import { t } from '../system/db/table';
import { PROJECT_ROOT } from '../system/project_root';
import { figure, round, spread, tableOf, timed, type Figure } from './figures';
import { startProgram, startStandIns, type Measured, type StandIns } from './processes';
import { seedOrders } from './seed_orders';
import { ShopClient } from './shop_client';

interface Options {
  readonly orders: number;
  readonly saves: number;
  readonly latency: number;
}

/** `npm run bench`: prints a table, keeps JSON in bench/results. Databases: SQLite, and MariaDB where TEST_DATABASE_URL is set. */
export function run(args: readonly string[]): void {
  const program = new Command('bench')
    .option('--orders <n>', 'orders in the shop for the pages', Number, 200_000)
    .option('--saves <n>', 'orders saved in the throughput run', Number, 1000)
    .option('--latency <ms>', 'how long the provider takes', Number, 100)
    .action(async (options: Options) => {
      for (const database of ['sqlite', ...(process.env['TEST_DATABASE_URL'] ? ['mariadb'] : [])])
        await bench(database, options);
    });
  program.parseAsync([...args], { from: 'user' }).catch((failed: unknown) => {
    console.error(failed);
    process.exit(1);
  });
}

const PASSWORD = 'bench-password';
const PORT = 39_017;

async function bench(database: string, options: Options): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'payment-links-bench-'));
  const standIns = await startStandIns(options.latency);
  const mysql = database === 'mariadb' ? await newDatabase() : null;
  const env: Record<string, string> = {
    DEMO: '1',
    DATA_DIR: folder,
    ADMIN_PASSWORD: PASSWORD,
    SMTP_URL: standIns.smtpUrl,
    MULTISAFEPAY_API_URL: standIns.apiUrl,
    GATEWAY_PARALLEL: '64',
    ...(mysql ? { DATABASE_URL: mysql.url } : {}),
  };
  try {
    const figures = await measure(env, standIns, options, mysql?.url ?? `sqlite:${folder}/shop.sqlite`);
    const head = `${database} · ${options.orders} orders · provider ${options.latency} ms · ${cpus().length} cores, everything on them`;
    console.log(`\n${head}\n${tableOf(figures)}`);
    keep(database, options, figures);
  } finally {
    standIns.stop();
    await mysql?.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(
  env: Record<string, string>,
  standIns: StandIns,
  options: Options,
  databaseUrl: string,
): Promise<Figure[]> {
  const first = await startProgram(env, PORT);
  await fillStock(databaseUrl);
  const figures = [...(await saving(first, standIns, options))];
  figures.push(figure('resident memory after that, and peak', `${first.memory().now} / ${first.memory().peak} MB`));
  await first.stop();
  const db = connect({ url: databaseUrl, tablePrefix: 'oc_' });
  await seedOrders(db, options.orders, Date.now());
  await db.destroy();
  const second = await startProgram(env, PORT);
  figures.push(figure('ready after spawning node, existing database', `${round(second.readyMs)} ms`, '≤ 1000 ms'));
  await sleep(1500);
  figures.push(figure('resident memory at idle', `${second.memory().now} MB`, '≤ 120 MB'));
  figures.push(...(await pages(second, options)));
  await second.stop();
  return figures;
}

/** Enough of everything, so that no save is refused for stock. */
async function fillStock(databaseUrl: string): Promise<void> {
  const db = connect({ url: databaseUrl, tablePrefix: 'oc_' });
  await db(t(db, 'product')).update({ quantity: 1_000_000 });
  await db.destroy();
}

async function saving(program: Measured, standIns: StandIns, options: Options): Promise<Figure[]> {
  const client = new ShopClient(program.url, 16);
  await client.logIn(PASSWORD);
  for (let index = 0; index < 30; index++) await client.saveOrder(index, `warm-${index}@example.com`);
  await mailed(standIns, 60);
  const alone = await oneByOne(client, standIns, 40);
  const cpuBefore = program.cpuMs();
  const started = performance.now();
  const durations = await timed(options.saves, 16, (index) =>
    client.saveOrder(1000 + index, `order-${index}@example.com`),
  );
  const savedMs = performance.now() - started;
  const missing = await mailed(standIns, options.saves * 2);
  const doneMs = performance.now() - started;
  await client.close();
  const latency = spread(durations);
  return [
    figure('save, one at a time, median / p95', `${alone.save.median} / ${alone.save.p95} ms`, '≤ 10 ms'),
    figure(
      'link in the mail server’s hands, one at a time, median / p95',
      `${alone.mail.median} / ${alone.mail.p95} ms`,
      `≤ ${options.latency + 30} ms`,
    ),
    figure('save, 16 at once, median / p95', `${latency.median} / ${latency.p95} ms`),
    figure('saves a second, 16 at once', round((options.saves / savedMs) * 1000), '≥ 300'),
    figure('orders a second saved, linked and mailed', round((options.saves / doneMs) * 1000), '≥ 130'),
    figure('mails missing', missing, '0'),
    figure('CPU per order, whole way', `${round((program.cpuMs() - cpuBefore) / options.saves)} ms`),
  ];
}

async function oneByOne(client: ShopClient, standIns: StandIns, count: number) {
  const saves: number[] = [];
  const mails: number[] = [];
  for (let index = 0; index < count; index++) {
    const email = `alone-${index}@example.com`;
    const [started, at] = [performance.now(), Date.now()];
    await client.saveOrder(500 + index, email);
    saves.push(performance.now() - started);
    mails.push((await arrivalOf(standIns, email)) - at);
  }
  return { save: spread(saves), mail: spread(mails) };
}

async function arrivalOf(standIns: StandIns, email: string): Promise<number> {
  for (let tries = 0; tries < 4000; tries++) {
    const found = (await standIns.count()).arrivals.find(([recipient]) => recipient === email);
    if (found) return found[1];
    await sleep(2);
  }
  throw new Error(`no mail came to ${email}`);
}

/** Waits until so many more mails came, or none comes for a while; answers how many are missing. */
async function mailed(standIns: StandIns, wanted: number): Promise<number> {
  let came = 0;
  let last = Date.now();
  while (came < wanted && Date.now() - last < 5000) {
    const { arrivals } = await standIns.count();
    came += arrivals.length;
    if (arrivals.length > 0) last = Date.now();
    await sleep(10);
  }
  return wanted - came;
}

async function pages(program: Measured, options: Options): Promise<Figure[]> {
  const client = new ShopClient(program.url, 1);
  await client.logIn(PASSWORD);
  const some = Math.floor(options.orders / 2);
  const wanted: [string, string, string][] = [
    ['order list, default view', '/admin/sale/order', '≤ 5 ms'],
    ['order list, by id', `/admin/sale/order?filter_order_id=${some}`, '≤ 5 ms'],
    ['order list, by status', '/admin/sale/order?filter_status=5', '≤ 5 ms'],
    ['order list, by customer', '/admin/sale/order?filter_customer=vries', '≤ 1000 ms'],
    ['order list, sorted by total', '/admin/sale/order?sort=total&order=DESC', '≤ 1000 ms'],
    ['order page', `/admin/sale/order/info?order_id=${some}`, '≤ 5 ms'],
    ['payment links, default view', '/admin/sale/payment_link', ''],
  ];
  const figures: Figure[] = [];
  for (const [what, path, aim] of wanted) {
    await client.get(path);
    const { median, p95 } = spread(await timed(15, 1, () => client.get(path)));
    figures.push(figure(what, `${median} / ${p95} ms`, aim));
  }
  await client.close();
  return figures;
}

async function newDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = process.env['TEST_DATABASE_URL'] ?? '';
  const admin = connect({ url: server, tablePrefix: '' });
  const name = `bench_${process.pid}`;
  await admin.raw('CREATE DATABASE ?? CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci', [name]);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.toString(),
    async drop() {
      await admin.raw('DROP DATABASE ??', [name]);
      await admin.destroy();
    },
  };
}

function keep(database: string, options: Options, figures: readonly Figure[]): void {
  const folder = join(PROJECT_ROOT, 'bench', 'results');
  mkdirSync(folder, { recursive: true });
  const at = new Date().toISOString();
  const file = join(folder, `${at.replace(/[:.]/g, '-')}-${database}.json`);
  writeFileSync(file, `${JSON.stringify({ at, database, node: process.version, options, figures }, null, 2)}\n`);
}
