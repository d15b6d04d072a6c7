import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { PROJECT_ROOT } from '../../system/project_root';
import { built } from './built';

/** The program as its owners run it: a process of its own. */
export interface RealProcess {
  /** `SIGKILL` when it died as in a power cut, else its exit code. */
  readonly ended: Promise<string>;
  alive(): boolean;
  /** What it said on its error output, the last lines. */
  complaints(): string;
  /** Pulls the plug. */
  kill(): Promise<void>;
  /** As a service manager does. @throws Error when it does not end in order. */
  stop(): Promise<void>;
  /** Sends a signal and waits for nothing. */
  signal(name: NodeJS.Signals): void;
}

type Env = Readonly<Record<string, string>>;

/** `serve`, `work`, …; NODE_ENV is `test`, so that it heeds CRASH_AT and CLOCK_AHEAD_MS. */
export function spawnProgram(args: readonly string[], env: Env): RealProcess {
  const child = spawn(process.execPath, [built('install/cli.js'), ...args], {
    cwd: PROJECT_ROOT,
    env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'test', LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (part: Buffer) => (said = (said + part.toString()).slice(-4000)));
  const ended = new Promise<string>((resolve) => child.once('exit', (code, signal) => resolve(signal ?? String(code))));
  const send = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  return {
    ended,
    alive: () => child.exitCode === null && child.signalCode === null,
    complaints: () => said,
    kill: () => send('SIGKILL'),
    async stop() {
      await send('SIGTERM');
      const how = await ended;
      if (how !== '0') throw new Error(`the program did not stop in order (${how}): ${said}`);
    },
    signal: (name) => void child.kill(name),
  };
}

/** Waits until it serves. @throws Error when it ends or takes longer than 40 seconds. */
export async function untilHealthy(url: string, program: RealProcess): Promise<void> {
  const end = Date.now() + 40_000;
  while (!(await answers(`${url}/health`))) {
    if (!program.alive() || Date.now() > end) throw new Error(`the program did not start: ${program.complaints()}`);
    await sleep(20);
  }
}

function answers(address: string): Promise<boolean> {
  return fetch(address).then(
    (response) => response.ok,
    () => false,
  );
}
