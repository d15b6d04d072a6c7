import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../system/project_root';

export interface Finished {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A folder and a port that nobody else uses, on top of the environment without what would lead elsewhere. */
export type CommandEnv = Readonly<Record<string, string>>;

/** Runs `payment-links <args>` as a shell does, on the built program, and waits for its end. */
export function command(env: CommandEnv, ...args: string[]): Promise<Finished> {
  return finished(begin(env, args));
}

/** The same, piped into somebody who leaves without reading a word. */
export async function unread(env: CommandEnv, ...args: string[]): Promise<Omit<Finished, 'out'>> {
  const child = begin(env, args);
  child.stdout.destroy();
  const { code, err } = await finished(child);
  return { code, err };
}

function begin(env: CommandEnv, args: readonly string[]): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [join(PROJECT_ROOT, 'install/bin/payment-links.mjs'), ...args], {
    cwd: PROJECT_ROOT,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
    timeout: 60_000,
  });
}

function finished(child: ChildProcessWithoutNullStreams): Promise<Finished> {
  return new Promise((resolve, reject) => {
    let [out, err] = ['', ''];
    child.stdout.on('data', (part) => (out += String(part)));
    child.stderr.on('data', (part) => (err += String(part)));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}
