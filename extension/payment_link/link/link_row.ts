import { money, type Money } from '../../../system/money';
import { failureIn } from '../../../system/reason';
import type { LinkState, StoredPurpose } from './link';

/** A row of `payment_link`: one attempt to be paid. Times are UTC epoch ms. */
export interface LinkRow {
  link_id: number;
  store_id: number;
  order_id: number | null;
  purpose: StoredPurpose;
  attempt: number;
  token: string;
  slug: string | null;
  notify_token: string;
  gateway: string;
  reference: string;
  environment: 'test' | 'live';
  account: string;
  state: LinkState;
  method: string | null;
  amount_minor: number;
  currency: string;
  description: string;
  lifetime_seconds: number;
  url: string | null;
  session_id: string | null;
  snapshot: string;
  failure: string | null;
  failure_code: string | null;
  remedy: string | null;
  opened_at: number | null;
  opens: number;
  requested_at: number;
  activated_at: number | null;
  expires_at: number | null;
  closed_at: number | null;
  polled_at: number | null;
  poll_at: number | null;
  /** See `Link.asking`. */
  asking: 0 | 1 | 2;
  closing: LinkState | null;
  closed_why: string | null;
  version: number;
  reminders: number;
  customer: string;
  email: string;
  flags: string;
  flagged: number;
  created_by: string;
  created_at: number;
  updated_at: number;
}

/** Why a person should look at a link. Stored in `flags`; language keys are `flag_<name>`. */
export const LINK_FLAGS = [
  'amount_less',
  'amount_more',
  'currency_other',
  'paid_twice',
  'paid_late',
  'oversold',
  'reversed',
  'outcome_unknown',
  'overpaid',
  'refund_unknown',
  'order_not_moved',
  'shop_refused',
  'order_half_moved',
  'put_back',
] as const;
export type LinkFlag = (typeof LINK_FLAGS)[number];

/** What the order looked like when the link was asked for. */
export interface LinkSnapshot {
  readonly statusId: number;
  readonly paymentCode: string;
  readonly paymentName: string;
  /** Base currency, exact decimal text. */
  readonly total: string;
  readonly currencyValue: string;
  readonly language: string;
}

export interface Link {
  readonly linkId: number;
  readonly storeId: number;
  readonly orderId: number | null;
  readonly purpose: StoredPurpose;
  readonly attempt: number;
  /** Of `/pay/<token>`: shared by all attempts of one order and purpose. */
  readonly token: string;
  /** Of `/pay/<slug>`, shared likewise: chosen by staff for a link without an order; null for all others. */
  readonly slug: string | null;
  /** Of `/notify/<gateway>/<token>`: one per attempt. */
  readonly notifyToken: string;
  readonly gateway: string;
  readonly reference: string;
  readonly environment: 'test' | 'live';
  /** Fingerprint of the key it was made with. */
  readonly account: string;
  readonly state: LinkState;
  /** The one method offered, or null for all. */
  readonly method: string | null;
  readonly amount: Money;
  readonly description: string;
  readonly lifetimeSeconds: number;
  readonly url: string | null;
  readonly sessionId: string | null;
  readonly snapshot: LinkSnapshot;
  readonly failure: string | null;
  /** What the machine said of it. */
  readonly failureCause: string | null;
  readonly failureCode: string | null;
  readonly remedy: string | null;
  readonly openedAt: number | null;
  readonly opens: number;
  readonly requestedAt: number;
  readonly activatedAt: number | null;
  readonly expiresAt: number | null;
  readonly closedAt: number | null;
  /** When the provider was last read. */
  readonly polledAt: number | null;
  /**
   * While `requested`: `no`, the provider certainly does not have it; `yes`, somebody asks just now (or was killed
   * doing so); `unknown`, the provider was asked and may have it.
   */
  readonly asking: 'no' | 'yes' | 'unknown';
  /** The state it is being brought to; the provider's own word about that is then no news. */
  readonly closing: LinkState | null;
  /** Why it was closed: `lifetime`, `by_hand`, `order_edited`, `provider`; null while open or paid. */
  readonly closedWhy: string | null;
  /** Raised by every settlement: what was read before another settlement is old. */
  readonly version: number;
  readonly reminders: number;
  readonly customer: string;
  readonly email: string;
  readonly flags: readonly LinkFlag[];
  /** The flags wait for a person; false once somebody has seen to them. */
  readonly flagged: boolean;
  readonly createdBy: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}

const ASKING = ['no', 'yes', 'unknown'] as const;

export function readLink(row: LinkRow): Link {
  return {
    linkId: row.link_id,
    storeId: row.store_id,
    orderId: row.order_id,
    purpose: row.purpose,
    attempt: row.attempt,
    token: row.token,
    slug: row.slug,
    notifyToken: row.notify_token,
    gateway: row.gateway,
    reference: row.reference,
    environment: row.environment,
    account: row.account,
    state: row.state,
    method: row.method,
    amount: money(Number(row.amount_minor), row.currency),
    description: row.description,
    lifetimeSeconds: Number(row.lifetime_seconds),
    url: row.url,
    sessionId: row.session_id,
    snapshot: JSON.parse(row.snapshot) as LinkSnapshot,
    ...failureIn(row.failure),
    failureCode: row.failure_code,
    remedy: row.remedy,
    openedAt: time(row.opened_at),
    opens: row.opens,
    requestedAt: Number(row.requested_at),
    activatedAt: time(row.activated_at),
    expiresAt: time(row.expires_at),
    closedAt: time(row.closed_at),
    polledAt: time(row.polled_at),
    asking: ASKING[row.asking],
    closing: row.closing,
    closedWhy: row.closed_why,
    version: row.version,
    reminders: row.reminders,
    customer: row.customer,
    email: row.email,
    flags: row.flags === '' ? [] : (row.flags.split(',') as LinkFlag[]),
    flagged: row.flagged === 1,
    createdBy: row.created_by,
    createdAt: Number(row.created_at),
    updatedAt: Number(row.updated_at),
  };
}

function time(value: number | null): number | null {
  return value === null ? null : Number(value);
}
