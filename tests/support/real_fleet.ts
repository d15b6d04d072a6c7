import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox, type StartedSandbox } from '../../extension/sandbox/multisafepay/sandbox';
import { MINUTE_MS } from '../../system/clock';
import { connect } from '../../system/db/connect';
import type { Db } from '../../system/db/table';
import { agentFor } from './agent';
import { newDatabase } from './database';
import type { Shop } from './customer';
import { freePort } from './program';
import { spawnProgram, untilHealthy, type RealProcess } from './real_process';
import { smtpSink, type SmtpSink } from './smtp_sink';

const PASSWORD = 'secret123';

/** Two web processes and two workers on one database. */
export interface RealFleet {
  readonly db: Db;
  readonly sandbox: StartedSandbox;
  readonly mails: SmtpSink;
  /** Somebody logged in at each web process. */
  readonly desks: readonly Shop[];
  now(): number;
  /** Both workers lose their power at once; two others come, when the dead ones' leases are over. */
  replaceWorkers(): Promise<void>;
  close(): Promise<void>;
}

export async function realFleet(server: string): Promise<RealFleet> {
  const folder = mkdtempSync(join(tmpdir(), 'payment-links-fleet-'));
  const { url, drop } = await newDatabase(server);
  const sandbox = await startSandbox();
  const mails = await smtpSink();
  const ports = [await freePort(), await freePort()];
  const urls = ports.map((port) => `http://127.0.0.1:${port}`);
  const env = {
    ...{ DATABASE_URL: url, DEMO: '1', DATA_DIR: folder, ADMIN_PASSWORD: PASSWORD, PUBLIC_URL: urls[0] ?? '' },
    ...{ SMTP_URL: mails.url, MULTISAFEPAY_API_URL: sandbox.apiUrl, APP_KEY: 'f'.repeat(64) },
  };
  const webs: RealProcess[] = [];
  for (const [index, port] of ports.entries()) {
    const web = spawnProgram(['serve', '--no-work'], { ...env, PORT: String(port) });
    webs.push(web);
    await untilHealthy(urls[index] ?? '', web);
  }
  const workersAt = (aheadMs: number) =>
    [1, 2].map(() => spawnProgram(['work'], { ...env, CLOCK_AHEAD_MS: String(aheadMs) }));
  let workers = workersAt(0);
  let aheadMs = 0;
  const db = connect({ url, tablePrefix: 'oc_' });
  const desks = await Promise.all(urls.map((address) => deskAt(address, db)));
  return {
    db,
    sandbox,
    mails,
    desks,
    now: () => Date.now() + aheadMs,
    async replaceWorkers() {
      await Promise.all(workers.map((worker) => worker.kill()));
      aheadMs += 3 * MINUTE_MS;
      workers = workersAt(aheadMs);
    },
    async close() {
      await Promise.all([...webs, ...workers].map((one) => one.kill()));
      await sandbox.close();
      await mails.close();
      await db.destroy();
      await drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function deskAt(url: string, db: Db): Promise<Shop> {
  const agent = agentFor(url);
  await agent.logIn('admin', PASSWORD);
  return { ...agent, url, db };
}
