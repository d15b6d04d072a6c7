import { toDecimalText } from '../../../system/money';
import { notificationTable } from '../console';
import type { ActionGroup } from '../console';
import type { Action } from './actions';
import type { Page } from './page';
import { decisiveAttempt, orderStatus } from './state';

const GROUPS: readonly ActionGroup<Action>[] = [
  {
    title: 'The payment',
    choices: [
      { action: 'complete', label: 'Complete' },
      { action: 'decline', label: 'Decline' },
      { action: 'pay_twice', label: 'Pay twice' },
      { action: 'partial_refund', label: 'Refund half of the rest' },
      { action: 'refund', label: 'Refund the rest' },
      { action: 'chargeback', label: 'Chargeback' },
      { action: 'expire_link', label: 'Expire the link now' },
    ],
  },
  {
    title: 'Odd notifications',
    choices: [
      { action: 'duplicate', label: 'Send duplicate' },
      { action: 'out_of_order', label: 'Send out of order' },
      { action: 'without_timestamp', label: 'Send without timestamp' },
      { action: 'pretransaction', label: 'Send pretransaction' },
      { action: 'bad_signature', label: 'Send bad signature' },
      { action: 'old_timestamp', label: 'Send old timestamp' },
    ],
  },
];

/** Everything known about one order, newest first, and the levers that are not the buyer's. */
export function consolePage({ world, order, session, base }: Page, error: string) {
  const { currency, amount } = session.request;
  const text = (minor: number) => `${toDecimalText({ minor, currency })} ${currency}`;
  const told = [...world.store.notifications.values()].filter(
    (one) => one.orderId === order.orderId && one.environment === order.environment,
  );
  return {
    title: `Test console – ${order.orderId}`,
    reference: `Order ${order.orderId}`,
    summary: `${text(amount)}, ${orderStatus(order, decisiveAttempt(order), world.clock.now())}`,
    error,
    action: `${base}/connect/${session.id}/console/`,
    groups: GROUPS,
    tables: [
      {
        title: 'Transactions',
        columns: ['Id', 'Method', 'Amount', 'Status', 'Money'],
        rows: order.attempts
          .map((one) => [one.id, one.method, text(one.amount), one.status, one.financialStatus])
          .reverse(),
      },
      {
        title: 'Refunds and chargebacks',
        columns: ['Id', 'Kind', 'Amount', 'Status'],
        rows: order.related.map((one) => [one.id, one.type, text(one.amount), one.status]).reverse(),
      },
      notificationTable(told),
    ],
  };
}
