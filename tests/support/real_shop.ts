import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DEMO_KEYS, startSandbox, type StartedSandbox } from '../../extension/sandbox/multisafepay/sandbox';
import { HOUR_MS, MINUTE_MS } from '../../system/clock';
import { connect } from '../../system/db/connect';
import type { Db } from '../../system/db/table';
import { agentFor, type Agent } from './agent';
import { newDatabase } from './database';
import { freePort } from './program';
import { spawnProgram, untilHealthy, type RealProcess } from './real_process';
import { quiet } from './real_work';
import { smtpSink, type SmtpSink } from './smtp_sink';

export const PASSWORD = 'secret123';

/** A killed worker's jobs are free again after two minutes. */
const LEASES_ARE_OVER_MS = 3 * MINUTE_MS;
/**
 * A demo shop served by a real process on SQLite or on a database server, which tests kill and start again. The provider and the mail server
 * live in the test's process and count what they really received.
 */
export class RealShop {
  aheadMs = 0;
  program: RealProcess | null = null;
  private sessionIsOver = true;

  private constructor(
    readonly url: string,
    readonly sandbox: StartedSandbox,
    /** The keys the provider knows; tests may change them. */
    readonly keys: { test: string; live: string },
    readonly mails: SmtpSink,
    readonly db: Db,
    private readonly agent: Agent,
    private readonly env: Readonly<Record<string, string>>,
    private readonly folder: string,
    private readonly dropDatabase: () => Promise<void>,
  ) {}

  /** Installed, and serving. */
  static async open(server: string | null = null): Promise<RealShop> {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const folder = mkdtempSync(join(tmpdir(), 'payment-links-real-'));
    const clock = { now: () => Date.now() + shop.aheadMs };
    const keys = { ...DEMO_KEYS };
    const sandbox = await startSandbox({ clock, keys, timers: { retryMs: 500, refundMs: 0 } });
    const mails = await smtpSink();
    const env = {
      ...{ PORT: String(port), PUBLIC_URL: url, DATA_DIR: folder, ADMIN_PASSWORD: PASSWORD, DEMO: '1' },
      ...{ SMTP_URL: mails.url, MULTISAFEPAY_API_URL: sandbox.apiUrl, CRASH_FILE: join(folder, 'crash') },
    };
    const own = server === null ? null : await newDatabase(server);
    const database = own?.url ?? `sqlite:${join(folder, 'shop.sqlite')}`;
    const db = connect({ url: database, tablePrefix: 'oc_' });
    const withDatabase = own === null ? env : { ...env, DATABASE_URL: own.url };
    const away = own?.drop ?? (async () => undefined);
    const shop: RealShop = new RealShop(url, sandbox, keys, mails, db, agentFor(url), withDatabase, folder, away);
    await shop.start();
    return shop;
  }

  get = (path: string) => this.agent.get(path);
  post: Agent['post'] = (path, form) => this.agent.post(path, form);

  /** `laterMs`: how much later than the last process it believes it is. */
  async start(laterMs = 0): Promise<void> {
    if (laterMs > HOUR_MS) this.sessionIsOver = true;
    this.aheadMs += laterMs;
    this.program = spawnProgram(['serve'], { ...this.env, CLOCK_AHEAD_MS: String(this.aheadMs) });
    await untilHealthy(this.url, this.program);
    if (this.sessionIsOver) await this.agent.logIn('admin', PASSWORD);
    this.sessionIsOver = false;
  }

  /** It dies where it next passes this place: `settle.read`. */
  armCrash(place: string): void {
    writeFileSync(this.env['CRASH_FILE'] ?? '', place);
  }

  /** Waits for the death that was armed, then starts again when the dead process's leases are over. */
  async diesAndStartsAgain(): Promise<void> {
    const end = await Promise.race([this.program?.ended, sleep(40_000, 'it lives', { ref: false })]);
    if (end !== 'SIGKILL') throw new Error(`the process did not die where it should: ${end}`);
    await this.start(LEASES_ARE_OVER_MS);
  }

  /** Works to the end. */
  quiet(): Promise<void> {
    return quiet(this);
  }

  now = (): number => Date.now() + this.aheadMs;

  async close(): Promise<void> {
    if (this.program?.alive()) await this.program.kill();
    await this.db.destroy();
    await this.dropDatabase();
    await this.sandbox.close();
    await this.mails.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
