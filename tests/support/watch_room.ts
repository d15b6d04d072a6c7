import { HistoryWatcher } from '../../extension/opencart/watch/watch';
import type { PaymentLinks } from '../../extension/payment_link/context';
import { listJournalOfOrder } from '../../extension/payment_link/journal/journal';
import { sweepRound } from '../../extension/payment_link/sweep/sweep';
import { SECOND_MS } from '../../system/clock';
import { start, type Program } from '../../main';
import { PhpShop } from './php_shop';
import type { Dump } from './opencart_dump';
import type { OpencartVersion } from './opencart_notation';

/** How long a watcher leaves the rows that it has seen alone, and an order in the middle of an edit. */
const PATIENCE_MS = 11 * SECOND_MS;

/**
 * A PHP shop with this program attached, whose watcher, sweep and worker move only when a test says so: what is lost
 * here is lost whatever the machine's pace.
 */
export class WatchRoom {
  /** Stands before every reading of settings, as a slow machine does. */
  betweenReads: () => Promise<void> = async () => undefined;
  private watcher: HistoryWatcher | null = null;

  private constructor(
    readonly shop: PhpShop,
    readonly program: Program,
    /** How far the program's clock is before the machine's. */
    private readonly ahead: { ms: number },
  ) {}

  /** `before`: what PHP wrote while nobody was attached. */
  static async open(
    server: string,
    from: OpencartVersion | Dump,
    before: (shop: PhpShop) => Promise<unknown> = async () => undefined,
  ): Promise<WatchRoom> {
    const shop = await PhpShop.open(server, from);
    await before(shop);
    await shop.attach();
    const ahead = { ms: 0 };
    const clock = { now: (): number => Date.now() + ahead.ms };
    const program = await shop.startProgram({}, { serve: false, work: false, clock });
    return new WatchRoom(shop, program, ahead);
  }

  get links(): PaymentLinks {
    const { links } = this.program;
    return {
      ...links,
      settingsFor: async (storeId, code) => {
        const values = await links.settingsFor(storeId, code);
        await this.betweenReads();
        return values;
      },
    };
  }

  /** What serves the pages beside the process that watches. */
  anotherProcess(): Promise<Program> {
    return start(this.shop.config(), { serve: false, work: false });
  }

  /** A look at the newest rows; with those before them when the time has come. */
  async look(): Promise<void> {
    this.watcher ??= new HistoryWatcher(this.links);
    if (!(await this.watcher.look())) throw new Error('another process watches');
  }

  /** Looks, later looks at what was not clear, a sweep: whatever could ask for a link does; then all of it is done. */
  async settle(): Promise<void> {
    await this.look();
    this.pass(PATIENCE_MS);
    await this.look();
    await this.program.worker.drain();
    await sweepRound(this.links);
    await this.program.worker.drain();
  }

  /** How often the provider was asked for a link of the order. */
  async asked(orderId: number): Promise<number> {
    await this.settle();
    return this.shop.requests(orderId).length;
  }

  /** Why the order has no link, as its page says; null where nothing was noted. */
  async whyNot(orderId: number): Promise<unknown> {
    const lines = await listJournalOfOrder(this.links.db, orderId, 20);
    return lines.find((line) => line.event === 'link.not_requested')?.details['reason'] ?? null;
  }

  /** For the program alone; PHP goes by the machine's clock. */
  pass(ms: number): void {
    this.ahead.ms += ms;
  }

  async close(): Promise<void> {
    await this.watcher?.stop();
    await this.shop.close();
  }
}
