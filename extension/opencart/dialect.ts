import type { Db } from '../../system/db/table';

/**
 * How one version of OpenCart keeps and changes orders, as plain data: the same modules read and write them all.
 * Of an attached shop it is taken from what its tables can hold (`detected_dialect.ts`), not from its version alone.
 */
export interface ShopDialect {
  readonly name: 'embedded' | '3.0' | '3.0.5' | '4.0.0' | '4.0.2' | '4.1';
  /** New rows: JSON in one column, or a title with the code in a column beside it. Old rows are read either way. */
  readonly methods: 'json' | 'text';
  /** `order.language_code`; else the language's row tells it. */
  readonly languageCodes: boolean;
  /** A variant moves its master product's stock too. */
  readonly masterProducts: boolean;
  /** `order_total.extension`. */
  readonly totalExtensions: boolean;
  readonly specials: 'table' | 'discount_rows';
  /** Where the names of countries and zones are. */
  readonly placeNames: 'column' | 'description';
  readonly addressFormats: 'column' | 'table';
  /** Where a customer's default address is marked. */
  readonly defaultAddresses: 'flag' | 'customer';
  /** A tax rate that is an amount is asked once a line instead of once a piece. */
  readonly fixedTaxPerLine: boolean;
  /** The handling fee is for orders that are shipped and hold nothing to download. */
  readonly handlingShipsOnly: boolean;
  /** A change of status touches `date_modified`. */
  readonly statusChangeDates: boolean;
  /** An affiliate's commission is booked on entering these statuses, and taken back on leaving them. */
  readonly affiliateEarnsOn: 'reserving' | 'complete';
  /** Sold gift vouchers are mailed when their order is complete. */
  readonly giftVouchers: boolean;
  readonly subscriptions: boolean;
  /** False on MyISAM: what was written stays written. */
  readonly rollsBack: boolean;
  /** Characters beyond three bytes of UTF-8 survive; else they are replaced before writing. */
  readonly wideText: boolean;
  /** The tables are this program's own: no PHP reads or writes them. */
  readonly ownTables: boolean;
}

/** Our own database: 4.1's tables, and a date on every change. */
const EMBEDDED: ShopDialect = {
  name: 'embedded',
  methods: 'json',
  languageCodes: true,
  masterProducts: true,
  totalExtensions: true,
  specials: 'discount_rows',
  placeNames: 'description',
  addressFormats: 'table',
  defaultAddresses: 'flag',
  fixedTaxPerLine: false,
  handlingShipsOnly: false,
  statusChangeDates: true,
  affiliateEarnsOn: 'complete',
  giftVouchers: false,
  subscriptions: true,
  rollsBack: true,
  wideText: true,
  ownTables: true,
};

/** Which shop's tables are behind an executor, by its client's configuration, which transactions share. */
const spoken = new WeakMap<object, ShopDialect>();

/** Said once, when a shop's database is opened. Like the prefix, it goes where the executor goes. */
export function speakDialect(db: Db, dialect: ShopDialect): void {
  spoken.set(configOf(db), dialect);
}

/** The embedded shop's unless said otherwise. */
export function shopDialect(db: Db): ShopDialect {
  return spoken.get(configOf(db)) ?? EMBEDDED;
}

function configOf(db: Db): object {
  return (db.client as { config: object }).config;
}
