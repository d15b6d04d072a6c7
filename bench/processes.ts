import { fork, spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PROJECT_ROOT } from '../system/project_root';
import type { Counted, Wish } from './stand_in';

export interface StandIns {
  readonly apiUrl: string;
  readonly smtpUrl: string;
  count(): Promise<Counted>;
  /** How long the provider takes from now on. */
  slowDown(ms: number): Promise<void>;
  /** A customer completes the payment; the notification is on its way. */
  pay(reference: string): Promise<void>;
  stop(): void;
}

export async function startStandIns(latencyMs: number): Promise<StandIns> {
  const child = fork(join(PROJECT_ROOT, 'dist/bench/stand_in.js'), [String(latencyMs)]);
  process.once('exit', () => child.kill('SIGKILL'));
  const { apiUrl, smtpUrl } = (await message(child)) as { apiUrl: string; smtpUrl: string };
  const wish = async (asked: Wish): Promise<Counted> => {
    child.send(asked);
    return (await message(child)) as Counted;
  };
  return {
    apiUrl,
    smtpUrl,
    count: () => wish({ ask: 'count' }),
    slowDown: async (ms) => void (await wish({ ask: 'latency', ms })),
    pay: async (reference) => void (await wish({ ask: 'pay', reference })),
    stop: () => void child.kill(),
  };
}

function message(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve) => child.once('message', resolve));
}

export interface Measured {
  readonly url: string;
  /** From spawning node to the first 200 of /health, ms. */
  readonly readyMs: number;
  /** CPU milliseconds spent so far, user and system. */
  cpuMs(): number;
  /** Resident memory now and at its highest, MB. */
  memory(): { now: number; peak: number };
  stop(): Promise<void>;
}

/** Starts the program as its users do, on an existing database or a new one. */
export async function startProgram(env: Readonly<Record<string, string>>): Promise<Measured> {
  const port = await freePort();
  const started = performance.now();
  const child = spawn(process.execPath, [...nodeOptions(), join(PROJECT_ROOT, 'dist/install/cli.js'), 'serve'], {
    cwd: PROJECT_ROOT,
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'warn', PORT: String(port), ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  // A benchmark that fails leaves nothing running.
  process.once('exit', () => child.kill('SIGKILL'));
  const url = `http://127.0.0.1:${port}`;
  while (!(await healthy(url))) {
    if (child.exitCode !== null) throw new Error('the program stopped');
    await sleep(10);
  }
  const readyMs = performance.now() - started;
  const status = (): string => readFileSync(`/proc/${child.pid}/status`, 'utf8');
  const megabytes = (name: string): number =>
    Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status())?.[1] ?? 0) / 1024);
  return {
    url,
    readyMs,
    cpuMs: () => cpuTicks(child.pid ?? 0) * 10,
    memory: () => ({ now: megabytes('VmRSS'), peak: megabytes('VmHWM') }),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

/** Those of `npm start`, so that what is measured is what runs. */
function nodeOptions(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function healthy(url: string): Promise<boolean> {
  return fetch(`${url}/health`).then(
    (answer) => answer.ok,
    () => false,
  );
}

/** utime + stime of /proc/<pid>/stat, in ticks of 10 ms. */
function cpuTicks(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return Number(fields[11]) + Number(fields[12]);
}
