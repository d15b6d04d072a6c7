import type { Finding } from '../extension/payment_link/doctor/finding';
import type { PaymentLinks } from '../extension/payment_link/context';
import type { MailRenderer } from '../extension/payment_link/mail_port';
import type { PaymentChoice } from '../extension/payment_link/gateways/payment_choices';
import type { PaymentExtension } from '../extension/payment_link/gateways/payment_extension';
import type { OrderBook } from '../extension/payment_link/order_book';
import type { OrderDesk } from '../extension/opencart/entry/order_desk';
import type { UserDirectory } from '../extension/opencart/user/user_directory';
import type { Clock } from '../system/clock';
import type { Config } from '../system/config';
import type { Db } from '../system/db/table';
import type { EventBus } from '../system/event/bus';
import type { Assets } from '../system/http/assets';
import type { Log } from '../system/log';
import type { Mailer } from '../system/mail/mailer';
import type { SecretKey } from '../system/secret_box';

/** All that the merchant's pages may use, built once by `main.ts`. Controllers get it as their first argument. */
export interface Admin {
  readonly config: Config;
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly bus: EventBus;
  readonly users: UserDirectory;
  readonly orderBook: OrderBook;
  /** Enters orders, and edits and deletes them where that is safe. */
  readonly desk: OrderDesk;
  readonly assets: Assets;
  readonly links: PaymentLinks;
  readonly mailing: { mailerOf(storeId: number): Promise<Mailer>; readonly renderer: MailRenderer };
  readonly secretKey: SecretKey;
  /** The providers there are, in the order in which pages list them. */
  readonly paymentExtensions: readonly PaymentExtension[];
  /** The settings check, told in the reader's language: `en-gb`. */
  doctor(language: string): Promise<readonly Finding[]>;
  /** What staff may choose for an order of the store: the gateways' methods out of the cache, and the shop's own. */
  paymentChoices(storeId: number): Promise<readonly PaymentChoice[]>;
  /** Statuses that mean "Payment Request" in the store: entering one asks for a link. */
  paymentRequestStatusIds(storeId: number): Promise<readonly number[]>;
  /** Signs the session cookie. */
  readonly appKey: string;
  /** False for pages that this shop cannot offer safely: `/sale/order/form`. */
  offers(path: string): boolean;
  /** Names of the stores in which the shop's own plugin makes links, so that none are made here. */
  storesWithPlugin(): Promise<readonly string[]>;
  /** What everybody must see on every page; null when there is nothing. */
  banner(): string | null;
  /** Says that a job is due: called after a commit that put one. */
  wake(): void;
}
