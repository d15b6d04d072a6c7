/**
 * A link's attempt: `requested` (row written, provider being asked) → `active` (customer can pay) → `completed`.
 * Besides: `failed` (given up asking, or refused), `declined` (a try was refused; still payable), `expired`,
 * `cancelled`, `replaced` (a newer attempt stands for it), `used_up` (a link for several payments had them all).
 *
 * Money arrives when it likes: every closed state may still become `completed`; such a link is flagged for a person.
 */
export const LINK_STATES = [
  'requested',
  'active',
  'completed',
  'failed',
  'declined',
  'expired',
  'cancelled',
  'replaced',
  'used_up',
] as const;
export type LinkState = (typeof LINK_STATES)[number];

const TRANSITIONS: Readonly<Record<LinkState, readonly LinkState[]>> = {
  requested: ['active', 'failed', 'cancelled', 'replaced', 'completed'],
  active: ['completed', 'declined', 'expired', 'cancelled', 'replaced', 'used_up'],
  declined: ['active', 'completed', 'expired', 'cancelled', 'replaced'],
  completed: [],
  failed: ['requested', 'completed', 'replaced', 'cancelled'],
  expired: ['completed', 'replaced'],
  cancelled: ['completed'],
  replaced: ['completed'],
  used_up: ['completed'],
};

export function mayBecome(from: LinkState, to: LinkState): boolean {
  return TRANSITIONS[from].includes(to);
}

/** A customer can (or is about to be able to) pay through it. */
export function isOpen(state: LinkState): boolean {
  return state === 'requested' || state === 'active' || state === 'declined';
}

/** Completed out of a state in which nobody expected money: a person must look. */
export function isLate(from: LinkState): boolean {
  return from === 'expired' || from === 'cancelled' || from === 'replaced' || from === 'used_up' || from === 'failed';
}

export const PAYMENT_STATES = ['pending', 'paid', 'failed', 'refunded', 'partially_refunded', 'charged_back'] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

/** What a link is for. One order may have one open attempt per purpose. */
export type LinkPurpose = 'order' | 'difference';
/** Links without an order count as a purpose of their own. */
export type StoredPurpose = LinkPurpose | 'free';

/** `<prefix><order id>-<attempt>`, at most 36 characters (Midtrans allows no more). @throws RangeError when longer. */
export function referenceOf(prefix: string, orderId: number, attempt: number): string {
  return checked(`${prefix}${orderId}-${attempt}`);
}

/**
 * Of a link without an order: `<prefix>F<id of its first attempt>-<attempt>`, which no order's reference equals.
 * @throws RangeError when longer than 36 characters
 */
export function freeReferenceOf(prefix: string, firstLinkId: number, attempt: number): string {
  return checked(`${prefix}F${firstLinkId}-${attempt}`);
}

function checked(reference: string): string {
  if (reference.length > 36) throw new RangeError(`reference longer than 36 characters: ${reference}`);
  return reference;
}
