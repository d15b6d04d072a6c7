import type { Db } from '../../../system/db/table';

/** Who may log in here and what they may do: the embedded shop's users, or an attached shop's own. */
export interface UserDirectory {
  /** Null when name and password do not belong together, or the user is disabled. Counts no failures itself. */
  authenticate(db: Db, username: string, password: string): Promise<ShopUser | null>;
  /**
   * The name as it is stored, which the database may also know without its accents: tries are counted by it, or each
   * way to write a name would have guesses of its own. Null when there is none.
   */
  storedName(db: Db, username: string): Promise<string | null>;
  /** Null when the user is gone or disabled: the session then ends. */
  find(db: Db, userId: number): Promise<ShopUser | null>;
  /** Names of the groups whose members may see or change a page. */
  groupsThatMay(db: Db, kind: 'access' | 'modify', route: string): Promise<string[]>;
  /**
   * Where the shop asks its staff for more than a password: the address a code is mailed to, empty when the user has
   * none. Null, or absent: a password is enough.
   */
  secondFactor?(db: Db, userId: number): Promise<{ readonly email: string } | null>;
}

export interface ShopUser {
  readonly userId: number;
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly userGroupId: number;
  readonly groupName: string;
  /** Names the stored password without telling it: a session opened with another one is over. */
  readonly credential: string;
  /** Routes as OpenCart stores them: `sale/order`. */
  readonly permission: { readonly access: readonly string[]; readonly modify: readonly string[] };
}
