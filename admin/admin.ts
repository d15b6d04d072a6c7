import type { OrderBook } from '../extension/payment_link/order_book';
import type { UserDirectory } from '../extension/opencart/user_directory';
import type { Clock } from '../system/clock';
import type { Config } from '../system/config';
import type { Db } from '../system/db/table';
import type { EventBus } from '../system/event/bus';
import type { Assets } from '../system/http/assets';
import type { Log } from '../system/log';

/** All that the merchant's pages may use, built once by `main.ts`. Controllers get it as their first argument. */
export interface Admin {
  readonly config: Config;
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly bus: EventBus;
  readonly users: UserDirectory;
  readonly orderBook: OrderBook;
  readonly assets: Assets;
  /** Encrypts settings that are secret. */
  readonly appKey: string;
  /** Says that a job is due: called after a commit that put one. */
  wake(): void;
}
