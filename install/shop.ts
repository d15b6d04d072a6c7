import type { Detected } from '../extension/opencart/attach/detect';
import type { PluginFound } from '../extension/opencart/attach/detect_plugin';
import type { AttachedShop } from '../extension/opencart/attach/attached_order_book';
import type { ShopDialect } from '../extension/opencart/dialect';
import type { OrderDesk } from '../extension/opencart/entry/order_desk';
import type { OrderContext } from '../extension/opencart/order/order_context';
import type { OrderServices } from '../extension/opencart/order/order_events';
import type { SettingTable } from '../extension/opencart/setting/setting_rows';
import type { UserDirectory } from '../extension/opencart/user/user_directory';
import type { OrderBook } from '../extension/payment_link/order_book';
import type { JobHandler } from '../system/outbox/job';
import type { Db } from '../system/db/table';

/** A shop that is ready to be worked with: the embedded one, or somebody's own beside its PHP. */
export interface OpenShop {
  readonly db: Db;
  readonly appKey: string;
  /** Of the user `admin`, set only on the start that made it up. */
  readonly generatedPassword: string | null;
  readonly users: UserDirectory;
  /** Where the settings of this program's extensions are. */
  readonly settingsTable: SettingTable;
  /** Addresses below /admin (with all below them) that this shop cannot offer safely. */
  readonly absentPages: readonly string[];
  orderBook(services: OrderServices & Pick<AttachedShop, 'asksShop'>): OrderBook;
  /** Where staff enter orders. */
  orderDesk(context: OrderContext): OrderDesk;
  /** What runs by itself for orders entered here. */
  entryJobs(context: OrderContext): readonly JobHandler[];
  /** Null for the embedded shop. */
  readonly attached: AttachedRoom | null;
  close(): Promise<void>;
}

/** What only an attached shop has. */
export interface AttachedRoom {
  readonly found: Detected;
  readonly dialect: ShopDialect;
  /** What the shop's own plugin does at this moment: its owner may have changed that since the start. */
  plugin(): Promise<PluginFound>;
  /** Why this looks like a copy of the shop; empty when it is the shop itself. Asked again until it is. */
  strangeness(): Promise<string[]>;
}
