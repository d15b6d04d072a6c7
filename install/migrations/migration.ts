import type { Db } from '../../system/db/table';

/** One step forward and back. Small and repeatable: MySQL commits every DDL statement by itself. */
export interface Migration {
  /** `0001_own_tables`: the number orders them, the name is kept in `payment_link_migration`. */
  readonly name: string;
  /** Where it applies: own tables everywhere, the shop's only on the embedded shop. */
  readonly shop: 'any' | 'embedded';
  /** Names without the prefix of what it makes; absent where nobody asks. */
  readonly tables?: readonly string[];
  up(db: Db): Promise<void>;
  down(db: Db): Promise<void>;
}
