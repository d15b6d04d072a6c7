/** Events of the shop that the payment links follow, and those they announce. Payloads are ids. */
declare module '../../system/event/events' {
  interface Events {
    /** An order came into a status: saved here, moved by us, or noticed on an attached shop. */
    'order.status_entered': { after: { orderId: number; statusId: number; historyId: number } };
    /** Lines, amounts, addresses or method changed after creation. */
    'order.edited': { after: { orderId: number; tellCustomer?: boolean } };
    'order.deleted': { after: { orderId: number } };
    /** The shop's own mails: order mail, update mail, alert. `historyId` names the line that caused it. */
    'order.mail_due': {
      after:
        | { orderId: number; kind: 'order' | 'update'; historyId: number }
        | { orderId: number; kind: 'alert'; historyId: number; storeId: number };
    };

    'payment_link.active': { after: { linkId: number } };
    'payment_link.failed': { after: { linkId: number } };
    'payment_link.paid': { after: { linkId: number; paymentId: number } };
    'payment_link.closed': { after: { linkId: number; state: string } };
    'payment_link.refunded': { after: { linkId: number; refundId: number } };
    'payment_link.needs_person': { after: { linkId: number; reason: string } };
  }
}

export {};
