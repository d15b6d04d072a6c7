import { openAddress } from '../link/addresses';
import type { Link } from '../link/link_row';
import type { Payment } from '../settle/payments';
import type { Refund } from '../refund/refunds';

/** Links, payments and refunds as programs read them: the API's answers and the commands' `--json`. Times ISO 8601. */
export function linkJson(publicUrl: string, link: Link) {
  return {
    id: link.linkId,
    store_id: link.storeId,
    order_id: link.orderId,
    purpose: link.purpose,
    attempt: link.attempt,
    reference: link.reference,
    state: link.state,
    amount: link.amount,
    description: link.description,
    name: link.customer,
    email: link.email,
    language: link.snapshot.language,
    gateway: link.gateway,
    environment: link.environment,
    method: link.method,
    address: openAddress(publicUrl, link),
    slug: link.slug,
    provider_url: link.url,
    failure: failureJson(link),
    opens: link.opens,
    created_at: iso(link.createdAt),
    activated_at: iso(link.activatedAt),
    expires_at: iso(link.expiresAt),
    closed_at: iso(link.closedAt),
    closed_why: link.closedWhy,
    flags: [...link.flags],
    needs_person: link.flagged,
    created_by: link.createdBy,
  };
}

export function paymentJson(payment: Payment) {
  return {
    id: payment.paymentId,
    provider_id: payment.providerId,
    state: payment.state,
    method: payment.method,
    amount: payment.amount,
    refunded: payment.refunded,
    paid_twice: payment.paidTwice,
    reason: payment.reason,
    created_at: iso(payment.createdAt),
    paid_at: iso(payment.paidAt),
  };
}

function failureJson({ failure: message, failureCause: cause, failureCode: code, remedy }: Link) {
  return message === null ? null : { message, cause, code, remedy };
}

export function refundJson(refund: Refund) {
  return {
    id: refund.refundId,
    payment_id: refund.paymentId,
    reference: refund.reference,
    provider_id: refund.providerId,
    state: refund.state,
    amount: refund.amount,
    reason: refund.reason,
    failure: refund.failure,
    created_by: refund.createdBy,
    created_at: iso(refund.createdAt),
  };
}

/** Without its end: the parts `created_at` and the like share. `at` is UTC epoch ms. */
function iso<T extends number | null>(at: T): T extends null ? null : string {
  return (at === null ? null : new Date(at).toISOString()) as T extends null ? null : string;
}
