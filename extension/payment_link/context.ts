import type { Clock } from '../../system/clock';
import type { Db } from '../../system/db/table';
import type { EventBus } from '../../system/event/bus';
import type { Log } from '../../system/log';
import type { Secrets } from './gateways/accounts';
import type { GatewayProvider, SettingValues } from './gateway';
import type { ShopDirectory } from './mail_port';
import type { OrderBook } from './order_book';

/** All that the use cases of payment links depend on; `main.ts` builds one. */
export interface PaymentLinks {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly bus: Pick<EventBus, 'announce'>;
  readonly orderBook: OrderBook;
  readonly providers: readonly GatewayProvider[];
  /** Settings of an extension for a store, keys without prefix, defaults filled in. Never called in a transaction. */
  settingsFor(storeId: number, code: string): Promise<SettingValues>;
  readonly shops: ShopDirectory;
  /** Without a trailing slash; may have a path. */
  readonly publicUrl: string;
  /** Tells this process's worker that a job may be due. */
  wake(): void;
  readonly secrets: Secrets;
  /** Who speaks to the provider: "OpenCart 4.1.0.3 + payment-links", and our version. */
  readonly shop: { readonly system: string; readonly version: string };
}
