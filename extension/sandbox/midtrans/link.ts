import type { Delivery } from '../deliver';
import type { JsonObject } from '../json';

export type Environment = 'test' | 'live';

/** A link request that passed every check, with what the stand-in itself acts on picked out. */
export interface LinkRequest {
  readonly orderId: string;
  /** Null: one is made up. */
  readonly paymentLinkId: string | null;
  /** Whole rupiah; null when the payer chooses. */
  readonly grossAmount: number | null;
  readonly usageLimit: number;
  /** UTC epoch milliseconds; null: now. */
  readonly startsAt: number | null;
  /** Null: the link does not expire. */
  readonly lifetimeMs: number | null;
  readonly title: string;
  readonly finishUrl: string;
  readonly enabledPayments: readonly string[];
  /** As sent, for the members that are only echoed. */
  readonly body: JsonObject;
}

/** Times are UTC epoch milliseconds. */
export interface Link {
  readonly environment: Environment;
  readonly id: number;
  readonly paymentLinkId: string;
  readonly request: LinkRequest;
  /** From `X-Override-Notification`; used only where the stand-in is told to honour it. */
  readonly overrideUrl: string;
  readonly createdAt: number;
  /** Null: never. */
  expiresAt: number | null;
  purchases: Purchase[];
  deleted: boolean;
}

/** One attempt to pay: a transaction with an id of its own. */
export interface Purchase {
  readonly id: number;
  readonly transactionId: string;
  readonly snapToken: string;
  /** The link's order id, a dash and 13 digits. */
  readonly orderId: string;
  /** As in `enabled_payments`. */
  readonly method: string;
  readonly createdAt: number;
  /** What the payer owes; more than the link's amount when a fee is put on top. Whole rupiah. */
  grossAmount: number;
  status: TransactionStatus;
  fraudStatus: 'accept' | 'challenge' | 'deny';
  updatedAt: number;
  settledAt: number | null;
  expiresAt: number;
  refunds: Refund[];
}

export interface Refund {
  readonly id: number;
  readonly uuid: string;
  readonly key: string;
  readonly amount: number;
  readonly reason: string;
  readonly createdAt: number;
  confirmedAt: number | null;
}

export type TransactionStatus =
  'pending' | 'capture' | 'settlement' | 'deny' | 'cancel' | 'expire' | 'refund' | 'partial_refund' | 'chargeback';

export interface Notification {
  readonly id: string;
  /** The link's order id. */
  readonly orderId: string;
  readonly status: string;
  readonly url: string;
  readonly body: string;
  readonly trick: string | null;
  deliveries: Delivery[];
  accepted: boolean;
}
