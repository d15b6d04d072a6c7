import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start, type Program, type StartOptions } from '../../main';
import { AppError } from '../../system/errors';
import { readConfig } from '../../system/config';
import type { Db } from '../../system/db/table';
import { agentFor, type Agent } from './agent';

export interface ProgramRoom extends Agent {
  /** Without a path: `http://127.0.0.1:41234`. */
  readonly url: string;
  /** DATA_DIR: the database, the mailbox, the sandbox's memory. */
  readonly folder: string;
  readonly db: Db;
  readonly program: Program;
  close(): Promise<void>;
}

export const PASSWORD = 'secret123';

/** Environment variables, or what they are once the port is known. */
export type ProgramEnv = Readonly<Record<string, string>> | ((port: number) => Readonly<Record<string, string>>);

/**
 * The whole program with its demo shop, sandbox and mailbox on a port of its own, logged in as its administrator.
 * SQLite in a folder of its own.
 */
export async function startProgram(env: ProgramEnv = {}, more: Pick<StartOptions, 'clock'> = {}): Promise<ProgramRoom> {
  const folder = mkdtempSync(join(tmpdir(), 'payment-links-'));
  const { port, program } = await onFreePort(async (free) => {
    const config = readConfig({
      PORT: String(free),
      DATA_DIR: folder,
      ADMIN_PASSWORD: PASSWORD,
      DEMO: '1',
      LOG_LEVEL: 'fatal',
      ...(typeof env === 'function' ? env(free) : env),
    });
    return { port: free, program: await start(config, { serve: true, work: true, ...more }) };
  });
  const url = `http://127.0.0.1:${port}`;
  const agent = agentFor(url);
  await agent.logIn('admin', PASSWORD);
  return {
    ...agent,
    url,
    folder,
    db: program.links.db,
    program,
    async close() {
      await program.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The sandbox must know its own address before anybody listens, so the port is chosen first. */
/** Another suite may take the port between the look for one and its use: then the next one is tried. */
async function onFreePort<T>(use: (port: number) => Promise<T>, tries = 3): Promise<T> {
  try {
    return await use(await freePort());
  } catch (failed) {
    if (tries > 1 && failed instanceof AppError && failed.code === 'port_in_use') return onFreePort(use, tries - 1);
    throw failed;
  }
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Asks again until the answer satisfies: for what the worker does beside us. @throws Error after a minute. */
export async function until<T>(ask: () => Promise<T>, satisfied: (answer: T) => boolean): Promise<T> {
  const end = Date.now() + 60_000;
  for (;;) {
    const answer = await ask();
    if (satisfied(answer)) return answer;
    if (Date.now() > end) throw new Error('it did not come to pass within a minute');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
