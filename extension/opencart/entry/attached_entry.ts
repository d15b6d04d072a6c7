import type { Db } from '../../../system/db/table';
import type { ShopDialect } from '../dialect';
import type { OrderContext } from '../order/order_context';
import type { ShopColumns } from '../attach/shop_columns';

/** What entering orders on somebody's shop needs besides the use cases' own context. */
export interface AttachedEntry extends OrderContext {
  readonly dialect: ShopDialect;
  readonly columns: ShopColumns;
  /** A small pool of its own on the same database; set where the tables cannot undo. */
  readonly aside?: Db;
}

/** Where the tables cannot undo: with connections of its own for what must be known after a crash. */
export type SteppedEntry = AttachedEntry & { readonly aside: Db };
