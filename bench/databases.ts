import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '../system/db/connect';
import { PROJECT_ROOT } from '../system/project_root';

/** Where one run keeps its shop. */
export interface BenchDatabase {
  readonly name: 'sqlite' | 'mariadb';
  readonly url: string;
  /** For the head of the table. */
  readonly server: string;
  drop(): Promise<void>;
}

export function sqliteIn(folder: string): BenchDatabase {
  const url = `sqlite:${folder}/shop.sqlite`;
  return { name: 'sqlite', url, server: 'SQLite, every commit on the disk', drop: () => Promise.resolve() };
}

/** Null where there is neither a server nor a program to start one. */
export async function mariadbIn(folder: string): Promise<BenchDatabase | null> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) return databaseOn(given, () => Promise.resolve());
  if (!['/usr/sbin', '/usr/bin', '/usr/local/sbin'].some((path) => existsSync(join(path, 'mariadbd')))) return null;
  const data = join(folder, 'server');
  mkdirSync(data);
  const script = join(PROJECT_ROOT, 'tests/support/mariadb.sh');
  const started = spawnSync('bash', [script, data], { env: { ...process.env, DURABLE: '1' }, encoding: 'utf8' });
  if (started.status !== 0) throw new Error(`a private MariaDB did not start:\n${started.stderr}`);
  const pid = Number(readFileSync(join(data, 'mariadb.pid'), 'utf8'));
  process.once('exit', () => signal(pid, 'SIGKILL'));
  return databaseOn(started.stdout.trim(), () => stopped(pid));
}

/** False when it has ended already. */
function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

/** Its files can be removed when it is gone, not before. */
async function stopped(pid: number): Promise<void> {
  signal(pid, 'SIGTERM');
  while (signal(pid, 0)) await sleep(50);
}

async function databaseOn(server: string, close: () => Promise<void>): Promise<BenchDatabase> {
  const admin = connect({ url: server, tablePrefix: '' });
  const name = `bench_${process.pid}`;
  await admin.raw('CREATE DATABASE ?? CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci', [name]);
  const [rows] = (await admin.raw(
    'SELECT VERSION() AS version, @@innodb_flush_log_at_trx_commit AS flushed, @@innodb_buffer_pool_size AS pool',
  )) as [{ version: string; flushed: number; pool: number }[]];
  const { version = '', flushed = 0, pool = 0 } = rows[0] ?? {};
  const durable = Number(flushed) === 1 ? 'every commit on the disk' : 'NOT durable: commits are not flushed';
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    name: 'mariadb',
    url: url.toString(),
    server: `${version}, ${durable}, buffer pool ${Math.round(Number(pool) / 1024 / 1024)} MB`,
    async drop() {
      await admin.raw('DROP DATABASE ??', [name]);
      await admin.destroy();
      await close();
    },
  };
}
