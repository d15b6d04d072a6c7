import { notificationTable } from '../console';
import type { ActionGroup } from '../console';
import type { Action } from './actions';
import type { Link, Purchase } from './link';
import { whyClosed } from './links';
import { rupiah } from './transaction_object';
import type { World } from './world';

const GROUPS: readonly ActionGroup<Action>[] = [
  {
    title: 'The payment',
    choices: [
      { action: 'complete', label: 'Complete' },
      { action: 'deny', label: 'Deny' },
      { action: 'pay_twice', label: 'Pay twice' },
      { action: 'partial_refund', label: 'Refund half of the rest' },
      { action: 'refund', label: 'Refund the rest' },
      { action: 'chargeback', label: 'Chargeback' },
      { action: 'reversal', label: 'Take a settlement back' },
      { action: 'expire_link', label: 'Expire the link now' },
    ],
  },
  {
    title: 'Odd notifications',
    choices: [
      { action: 'duplicate', label: 'Send duplicate' },
      { action: 'out_of_order', label: 'Send out of order' },
      { action: 'bad_signature', label: 'Send bad signature' },
      { action: 'edited_status', label: 'Send edited status' },
    ],
  },
];

/** Everything known about one link, newest first, and the levers that are not the payer's. */
export function consolePage(world: World, link: Link, path: string, error: string) {
  const { orderId, grossAmount } = link.request;
  const told = [...world.store.notifications.values()].filter((one) => one.orderId === orderId);
  const amount = grossAmount === null ? 'any amount' : `${rupiah(grossAmount)} IDR`;
  return {
    title: `Test console – ${orderId}`,
    reference: `Order ${orderId}`,
    summary: `${amount}, link ${whyClosed(link, world.clock.now()) ?? 'open'}`,
    error,
    action: `${path}/console`,
    groups: GROUPS,
    tables: [
      {
        title: 'Transactions',
        columns: ['Order id', 'Method', 'Amount', 'Status', 'Fraud check'],
        rows: link.purchases.map(purchaseRow).reverse(),
      },
      {
        title: 'Refunds',
        columns: ['Key', 'Amount', 'Confirmed'],
        rows: link.purchases
          .flatMap((purchase) => purchase.refunds)
          .map((one) => [one.key, `${rupiah(one.amount)} IDR`, one.confirmedAt === null ? 'not yet' : 'yes'])
          .reverse(),
      },
      notificationTable(told),
    ],
  };
}

function purchaseRow(one: Purchase): string[] {
  return [one.orderId, one.method, `${rupiah(one.grossAmount)} IDR`, one.status, one.fraudStatus];
}
