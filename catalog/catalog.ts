import type { PaymentLinks } from '../extension/payment_link/context';
import type { Clock } from '../system/clock';
import type { Config } from '../system/config';
import type { Db } from '../system/db/table';
import type { Assets } from '../system/http/assets';
import type { Log } from '../system/log';

/** All that the customer's and the provider's pages may use, built once by `main.ts`. */
export interface Catalog {
  readonly config: Config;
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly links: PaymentLinks;
  readonly assets: Assets;
}
