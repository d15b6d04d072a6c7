import type { Explained } from '../../system/errors';
import type { Money } from '../../system/money';

/**
 * All that a payment provider must implement, in our words and our money. An absent method *is* the missing
 * capability: the page then shows no button. Names of the provider are translated in its own `translate.ts`.
 */
export interface PaymentGateway {
  readonly code: string;
  /** Asks for a link. The reference is unique per attempt; asking twice with one must not happen (see GatewayError). */
  createLink(request: LinkRequest, call: Call): Promise<CreatedLink>;
  /** The only truth about money. */
  fetchLink(reference: string, call: Call): Promise<GatewayLink>;
  /** Closes the link at the provider, reminders included. A reference it does not know counts as closed. */
  cancelLink?(reference: string, call: Call): Promise<void>;
  refund?(request: RefundRequest, call: Call): Promise<GatewayRefund>;
  /** Tells the provider that the goods left, or the invoice number. */
  reportShipped?(reference: string, shipment: Shipment, call: Call): Promise<void>;
  reportInvoiced?(reference: string, invoiceId: string, call: Call): Promise<void>;
  /** The payment methods of the account, for the order form's cache. */
  listMethods?(call: Call): Promise<GatewayMethod[]>;
  /** Asks with the key and says in one sentence what the provider answered. Throws GatewayError when refused. */
  testConnection?(call: Call): Promise<string>;
  /**
   * For a provider whose `fetchLink` shows one payment even where there were two: the id of the payment that the body
   * of a verified notification says came in, and that payment read by its own id. Null: none.
   */
  paymentTold?(body: string): string | null;
  fetchPayment?(reference: string, paymentId: string, call: Call): Promise<GatewayPayment | null>;
  /** Verifies, then reads. @throws NotificationRejected when it is not the provider speaking. */
  readNotification(raw: RawNotification): NotificationHint;
}

/** One provider: how to open a gateway on an account. `main.ts` hands a list of these to the payment_link rooms. */
export interface GatewayProvider {
  /** Stored with every link; never rename. Also the prefix of payment codes: `multisafepay.ideal`. */
  readonly code: string;
  /** As people read it: "MultiSafepay". */
  readonly title: string;
  open(account: GatewayAccount): PaymentGateway;
  /** Reads the account of a store from the extension's settings; null when no key is set. */
  accountOf(settings: SettingValues): GatewayAccount | null;
  /** Body of the answer to an accepted notification, in the form the provider expects: "OK". */
  readonly acknowledgement: string;
  /**
   * Origins of its payment pages, as a content security policy writes them: the Pay button leads there and nowhere
   * else.
   */
  readonly payPageOrigins: readonly string[];
  /** Where its API answers, for comparing clocks. */
  apiUrl?(environment: GatewayAccount['environment']): string;
  /** How long a link with this one method can live, ms; absent or null where the link's own lifetime decides. */
  methodLifeMs?(methodId: string): number | null;
  /** Why this currency cannot be charged yet, as a plain sentence with its remedy; null when it can. */
  refusesCurrency(currency: string, settings: SettingValues): string | null;
}

/** The values of one extension's settings, keys without the extension's prefix: `environment`, `api_key`. */
export type SettingValues = Readonly<Record<string, unknown>>;

export interface GatewayAccount {
  readonly environment: 'test' | 'live';
  readonly apiKey: string;
  /** The owner wants to see every call in the log. */
  readonly debug?: boolean;
}

/** One try of one call: a signal that ends the wait. */
export interface Call {
  readonly idempotencyKey: string;
  readonly signal: AbortSignal;
}

export interface LinkRequest {
  /** What the provider knows as order_id: `<prefix><order id>-<attempt>`, at most 36 characters. */
  readonly reference: string;
  readonly amount: Money;
  /** One method of the provider in its own id ("IDEAL"), or null for its page with all methods. */
  readonly method: string | null;
  /** Plain text, already filled in. */
  readonly description: string;
  /** Life of the link from now, seconds. */
  readonly lifetimeSeconds: number;
  /** How the owner said it, for providers with several units. */
  readonly lifetime: { readonly value: number; readonly unit: 'days' | 'hours' | 'seconds' };
  readonly remindersByProvider: boolean;
  readonly notificationUrl: string;
  readonly returnUrl: string;
  readonly cancelUrl: string;
  readonly customer: LinkCustomer;
  /** Null when nothing ships. */
  readonly delivery: LinkAddress | null;
  /** Null when the owner switched the cart off; else adds up to `amount` exactly. */
  readonly cart: Cart | null;
  readonly shop: { readonly name: string; readonly url: string; readonly system: string; readonly version: string };
}

export interface LinkAddress {
  readonly firstName: string;
  readonly lastName: string;
  readonly company: string;
  readonly address1: string;
  readonly address2: string;
  readonly postcode: string;
  readonly city: string;
  readonly zone: string;
  /** ISO 3166-1 alpha-2, or empty. */
  readonly country: string;
  readonly phone: string;
  readonly email: string;
}

export interface LinkCustomer extends LinkAddress {
  /** The order's language as OpenCart writes it: `en-gb`. */
  readonly language: string;
  /** The buyer's own address; null for orders that staff entered. */
  readonly ipAddress: string | null;
}

/** In the order's currency, major units as exact decimal text, without tax. */
export interface Cart {
  readonly lines: readonly CartLine[];
}

export interface CartLine {
  readonly id: string;
  readonly kind: 'product' | 'shipping' | 'discount' | 'fee' | 'fixed_tax' | 'voucher' | 'balance';
  readonly name: string;
  readonly quantity: number;
  readonly unitPrice: string;
  /** Percent as exact decimal text: "21", "5.5", "0". */
  readonly taxRate: string;
  readonly weight: { readonly unit: string; readonly value: string } | null;
}

export interface CreatedLink {
  /** The provider's page. */
  readonly url: string;
  /** The provider's session, where it names one. */
  readonly sessionId: string | null;
}

/** The provider's view of one reference, in our words. */
export interface GatewayLink {
  readonly reference: string;
  readonly status: GatewayLinkStatus;
  /** The provider's own word, for the journal: "uncleared". */
  readonly providerStatus: string;
  readonly amount: Money | null;
  readonly payments: readonly GatewayPayment[];
  readonly refunds: readonly GatewayRefund[];
}

/** `open`: nothing chosen yet or left; `pending`: money may be on its way, do not cut off. */
export type GatewayLinkStatus =
  | 'open'
  | 'pending'
  | 'paid'
  | 'declined'
  | 'cancelled'
  | 'expired'
  | 'refunded'
  | 'partially_refunded'
  | 'charged_back'
  | 'unknown';

export interface GatewayPayment {
  /** The provider's transaction id, always text: some exceed 2^53. */
  readonly id: string;
  readonly amount: Money;
  readonly refunded: Money;
  readonly status: 'pending' | 'paid' | 'failed' | 'refunded' | 'partially_refunded' | 'charged_back';
  /** The provider's id of the method really used ("IDEAL"); null before one is chosen. */
  readonly method: string | null;
  /** Why it failed, in the provider's words; null when it did not. */
  readonly reason: string | null;
  /** Whether refunds of this method must name cart lines. */
  readonly needsCart: boolean;
}

export interface RefundRequest {
  readonly reference: string;
  readonly refundReference: string;
  /** The provider's id of one payment, where the reference had several; absent: its only one. */
  readonly paymentId?: string;
  /** Never zero: several providers read zero as "everything". */
  readonly amount: Money;
  readonly reason: string;
  /** For methods that need the cart: the lines given back, quantities positive. */
  readonly lines: readonly { readonly id: string; readonly quantity: number }[];
}

export interface GatewayRefund {
  readonly id: string;
  /** Our own `refundReference` where the provider echoes it. */
  readonly reference: string | null;
  readonly amount: Money;
  readonly status: 'pending' | 'done' | 'failed';
}

export interface Shipment {
  readonly carrier: string;
  readonly trackingCode: string;
}

export interface GatewayMethod {
  /** The provider's id: "IDEAL". */
  readonly id: string;
  readonly name: string;
  /** In minor units of the currency the provider states its limits in. */
  readonly amountMin: number | null;
  readonly amountMax: number | null;
  readonly currencies: readonly string[];
  readonly countries: readonly string[];
  /** Pay-later methods are not offered for links. */
  readonly payLater: boolean;
  readonly needsCart: boolean;
  readonly iconUrl: string | null;
}

/** The request before anyone parsed it. */
export interface RawNotification {
  readonly method: 'GET' | 'POST';
  readonly body: Buffer;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  /** UTC epoch milliseconds. */
  readonly receivedAt: number;
}

/** Which reference to fetch, and how sure we are that the provider spoke. */
export interface NotificationHint {
  readonly reference: string;
  /** False for a GET, which carries no signature: it asks for one coalesced read. */
  readonly signed: boolean;
  /** True for news that announce nothing (a pre-transaction): kept, not read. */
  readonly ignorable: boolean;
  readonly providerStatus: string | null;
}

export class NotificationRejected extends Error {
  override readonly name = 'NotificationRejected';
}

/** Answers the only question the worker asks: may I retry? */
export class GatewayError extends Error implements Explained {
  override readonly name = 'GatewayError';

  constructor(
    /**
     * `rejected`: never, as it stands. `unavailable`: nothing happened, retry. `unknown`: it may have happened;
     * read before retrying.
     */
    readonly outcome: 'rejected' | 'unavailable' | 'unknown',
    message: string,
    readonly details: GatewayErrorDetails = {},
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
  }

  get technical(): string | null {
    return this.details.technical ?? null;
  }
}

export interface GatewayErrorDetails {
  /** The provider's own code: "1027". */
  readonly code?: string;
  /** What a person can do, one plain sentence. */
  readonly remedy?: string;
  /** What the machine said, where the message says it in words: "connect ECONNREFUSED". */
  readonly technical?: string;
  /** True when the provider says that it does not know the reference: nothing was ever made under it. */
  readonly unknownReference?: boolean;
  /** From `Retry-After`, ms; at most an hour. */
  readonly retryAfterMs?: number;
  readonly cause?: unknown;
}
