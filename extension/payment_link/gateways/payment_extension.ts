import type { Extension } from '../../../system/extension';
import type { Values } from '../../../system/settings';

/**
 * A payment provider as the back office lists it and sets it up. Its texts are the language file `payment/<code>`:
 * `tab_<tab>`, `entry_<key>`, `help_<key>` and what `check` answers.
 */
export interface PaymentExtension extends Extension {
  readonly type: 'payment';
  /** As people read it: "MultiSafepay". */
  readonly title: string;
  /** In the order of the page. On a tab called `methods` stand the methods of the account. */
  readonly tabs: readonly string[];
  /** What no single field can tell, as language keys by field. Secrets are handed in plain. */
  check(values: Values, shop: ShopFacts): Readonly<Record<string, string>>;
}

/** What the settings are held against. */
export interface ShopFacts {
  /** The order statuses that exist. */
  readonly statusIds: readonly number[];
  /** Statuses that something else leads to, whichever provider: an expired link, say. */
  readonly takenStatusIds: readonly number[];
  readonly storeName: string;
}
