import type { JsonObject } from '../json';

/** An order request that passed every check, with what the stand-in itself acts on picked out. */
export interface OrderRequest {
  readonly type: OrderType;
  readonly orderId: string;
  /** Null: the page offers every method that fits. */
  readonly gateway: string | null;
  /** Integer minor units. */
  readonly amount: number;
  readonly currency: string;
  readonly description: string;
  readonly lifetimeSeconds: number;
  readonly notificationUrl: string;
  readonly notificationMethod: 'GET' | 'POST';
  readonly redirectUrl: string;
  readonly cancelUrl: string;
  readonly locale: string;
  /** ISO 3166-1 alpha-2, or empty. */
  readonly country: string;
  readonly hasCart: boolean;
  /** As sent, for the members that are only echoed. */
  readonly body: JsonObject;
}

export const ORDER_TYPES = ['redirect', 'paymentlink', 'direct', 'checkout'] as const;
export type OrderType = (typeof ORDER_TYPES)[number];
