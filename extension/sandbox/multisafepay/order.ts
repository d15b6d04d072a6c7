import type { Delivery } from '../deliver';
import type { JsonObject } from '../json';
import type { OrderRequest } from './order_request';

export type Environment = 'test' | 'live';

/** One link. An order may have several: asking again for an unpaid order makes a new one, and the old stays payable. */
export interface Session {
  readonly id: string;
  readonly request: OrderRequest;
  /** Times are UTC epoch milliseconds. */
  readonly createdAt: number;
  readonly expiresAt: number;
  opens: number;
  cancelled: boolean;
  /** Set once the news of its end was told. */
  expired: boolean;
}

/** One attempt to pay, with the provider's own id: the "transaction". */
export interface Attempt {
  /** 16 digits, always text. */
  readonly id: string;
  readonly sessionId: string;
  readonly method: string;
  readonly amount: number;
  readonly createdAt: number;
  status: string;
  financialStatus: string;
  modifiedAt: number;
  completedAt: number | null;
  reason: string;
  reasonCode: string;
  /** A bank transfer on its way: stays `initialized` although the buyer has done their part. */
  transferring: boolean;
}

export interface Related {
  readonly id: string;
  readonly attemptId: string;
  readonly type: 'refund' | 'chargeback';
  readonly amount: number;
  readonly description: string;
  readonly refundOrderId: string;
  readonly createdAt: number;
  status: 'reserved' | 'completed' | 'void';
  modifiedAt: number;
}

export interface Order {
  readonly environment: Environment;
  readonly orderId: string;
  readonly createdAt: number;
  sessions: Session[];
  attempts: Attempt[];
  related: Related[];
  /** Members of PATCH requests that are only kept: invoice id, carrier, tracking code. */
  details: JsonObject;
  cancelledAt: number | null;
}

export interface Notification {
  readonly id: string;
  readonly environment: Environment;
  readonly orderId: string;
  readonly attemptId: string | null;
  readonly status: string;
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly body: string;
  readonly trick: Trick | null;
  deliveries: Delivery[];
  accepted: boolean;
}

/** Ways in which a notification can be odd. */
export type Trick =
  'duplicate' | 'out_of_order' | 'without_timestamp' | 'pretransaction' | 'bad_signature' | 'old_timestamp';
