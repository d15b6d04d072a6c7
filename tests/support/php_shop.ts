import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { multisafepay } from '../../extension/multisafepay/manifest';
import { savePaymentSettings } from '../../extension/opencart/setting/save_payment_settings';
import { startSandbox, type StartedSandbox } from '../../extension/sandbox/multisafepay/sandbox';
import { addToShop } from '../../install/attach/add';
import { lookAtShop } from '../../install/attach/look';
import { start, type Program, type StartOptions } from '../../main';
import { systemClock } from '../../system/clock';
import { readConfig, type Config } from '../../system/config';
import { connect } from '../../system/db/connect';
import { t, type Db } from '../../system/db/table';
import { fill, freshSchema, inserterOf, type Insert } from './attached_shop';
import { loadDump, type Dump } from './opencart_dump';
import type { OpencartVersion } from './opencart_notation';
import { createOpencartTables } from './opencart_schemas';
import { freePort, until } from './program';
import { smtpSink, type SmtpSink } from './smtp_sink';

export const REQUEST_STATUS = 17;

interface HistoryLine {
  readonly order_history_id: number;
  readonly order_status_id: number;
  readonly comment: string;
  readonly notify: number;
}

const APP_KEY = 'a key for tests of attached shops, long enough';

/**
 * A PHP shop's database as its owner has it, this program attached to it, and everything around: the provider and the
 * mail server count what they really receive. `db` is a connection of PHP's, so to say.
 */
export class PhpShop {
  program: Program | null = null;

  private constructor(
    readonly db: Db,
    readonly url: string,
    readonly insert: Insert,
    readonly sandbox: StartedSandbox,
    readonly mails: SmtpSink,
    readonly dataDir: string,
    private readonly drop: () => Promise<void>,
    readonly port: number,
  ) {}

  static async open(server: string, from: OpencartVersion | Dump): Promise<PhpShop> {
    const { url, drop } = await freshSchema(server);
    const db = connect({ url, tablePrefix: 'oc_', sessionStatements: () => [`SET SESSION sql_mode = ''`] });
    if (typeof from === 'string') await createOpencartTables(db, from);
    else await loadDump(url, from);
    const insert = await inserterOf(db);
    if (typeof from === 'string') await fill(insert);
    const dataDir = mkdtempSync(join(tmpdir(), 'payment-links-attached-'));
    return new PhpShop(db, url, insert, await startSandbox(), await smtpSink(), dataDir, drop, await freePort());
  }

  config(env: Readonly<Record<string, string>> = {}): Config {
    return readConfig({ ...this.env(), ...env });
  }

  env(): Record<string, string> {
    return {
      ...{ SHOP: 'attached', DATABASE_URL: this.url, PORT: String(this.port), DATA_DIR: this.dataDir, APP_KEY },
      ...{ PUBLIC_URL: `http://127.0.0.1:${this.port}`, SMTP_URL: this.mails.url, LOG_LEVEL: 'fatal' },
      ...{ MULTISAFEPAY_API_URL: this.sandbox.apiUrl },
    };
  }

  /** As the command does, without its questions. */
  async attach(): Promise<void> {
    await lookAtShop(this.db);
    await addToShop(this.db, systemClock, this.config(), { appKey: APP_KEY, publicUrlKnown: true });
  }

  async startProgram(env: Readonly<Record<string, string>> = {}, how: Partial<StartOptions> = {}): Promise<Program> {
    this.program = await start(this.config(env), { serve: true, work: true, ...how });
    return this.program;
  }

  async stopProgram(): Promise<void> {
    await this.program?.stop();
    this.program = null;
  }

  /** What the owner does on the settings page. */
  async switchLinksOn(values: Readonly<Record<string, unknown>> = {}, storeId = 0): Promise<void> {
    const { links, secretKey } = this.running();
    await savePaymentSettings(
      { links, secretKey, table: 'payment_link_setting' },
      multisafepay,
      {
        storeId,
        offered: null,
        values: { ...this.linksOnValues(), ...values },
      },
      { name: 'owner', ip: null },
    );
  }

  linksOnValues(): Record<string, unknown> {
    return {
      ...{ status: true, environment: '1', sandbox_api_key: 'demo-key-multisafepay-test' },
      ...{ generate_payment_links_status: true, order_status_id_initialize_payment_request: REQUEST_STATUS },
      ...{ order_status_id_completed: 2, days_active: 30 },
    };
  }

  running(): Program {
    if (this.program === null) throw new Error('the program is not running');
    return this.program;
  }

  /** The provider's orders that were asked for, with what was sent. */
  requests(orderId?: number): { readonly reference: string; readonly body: Record<string, unknown> }[] {
    return this.sandbox.control
      .requests({ operation: 'create' })
      .filter((request) => orderId === undefined || (request.orderId ?? '').split('-')[0] === String(orderId))
      .map((request) => ({ reference: request.orderId ?? '', body: request.body as Record<string, unknown> }));
  }

  async history(orderId: number): Promise<HistoryLine[]> {
    return this.db(t(this.db, 'order_history')).where({ order_id: orderId }).orderBy('order_history_id');
  }

  /** The running program has judged every line of the order, and done all that follows from it. */
  async untilJudged(orderId: number): Promise<void> {
    await until(
      async () => {
        const lines = await this.history(orderId);
        const seen = await this.db(t(this.db, 'payment_link_seen')).where({ order_id: orderId });
        const ids = new Set(seen.map((row: { order_history_id: number }) => row.order_history_id));
        const unseen = lines.filter((line) => !ids.has(line.order_history_id));
        const jobs = (await this.db(t(this.db, 'payment_link_outbox')).select('payload')) as { payload: string }[];
        const own = jobs.filter(({ payload }) => (JSON.parse(payload) as { orderId?: number }).orderId === orderId);
        return unseen.length + own.length;
      },
      (left) => left === 0,
    );
  }

  /** The provider was asked for so many links, of this order or of all. */
  async untilRequests(count: number, orderId?: number): Promise<void> {
    await until(
      async () => this.requests(orderId).length,
      (made) => made === count,
    );
  }

  /** So many mails have left. */
  async untilMails(count: number): Promise<void> {
    await until(
      async () => this.mails.caught.length,
      (sent) => sent === count,
    );
  }

  /** Of PHP's tables: how they are made, and for those named what is in them. */
  async fingerprint(contents: readonly string[]): Promise<Record<string, string>> {
    const [tables] = (await this.db.raw('show tables')) as [Record<string, string>[]];
    const names = tables
      .map((row) => Object.values(row)[0] ?? '')
      .filter((name) => !name.startsWith('oc_payment_link'));
    const facts: Record<string, string> = {};
    for (const name of names) {
      const [[made]] = (await this.db.raw('show create table ??', [name])) as [Record<string, string>[]];
      facts[name] = (made?.['Create Table'] ?? '').replace(/ AUTO_INCREMENT=\d+/, '');
    }
    for (const table of contents) {
      const [[sum]] = (await this.db.raw('checksum table ??', [t(this.db, table)])) as [{ Checksum: number }[]];
      facts[`${table} rows`] = String(sum?.Checksum);
    }
    return facts;
  }

  async ownTables(): Promise<string[]> {
    const [tables] = (await this.db.raw('show tables')) as [Record<string, string>[]];
    return tables.map((row) => Object.values(row)[0] ?? '').filter((name) => name.startsWith('oc_payment_link'));
  }

  async close(): Promise<void> {
    await this.stopProgram();
    await Promise.all([this.sandbox.close(), this.mails.close(), this.db.destroy()]);
    await this.drop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
