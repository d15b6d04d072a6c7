import type { Link } from '../../../../extension/payment_link/link/link_row';
import { findMethodName } from '../../../../extension/payment_link/gateways/method_names';
import { isReceived, type Payment } from '../../../../extension/payment_link/settle/payments';
import { refundableMinor } from '../../../../extension/payment_link/refund/refund';
import type { Refund } from '../../../../extension/payment_link/refund/refunds';
import { fill } from '../../../../system/language';
import { formatMoney, money } from '../../../../system/money';
import type { Admin } from '../../../admin';
import { sayMoment } from '../../../dates';
import { paymentStateOf } from '../../../link_state';
import type { PaymentView, PressView, RefundView } from '../../../view/sale/link_actions';
import type { Visit } from '../../../visit';
import type { Again } from './again';
import type { OrderFacts } from './facts';
import { pressHidden } from './fold';
import { refundFold } from './refund_fold';

/** Every payment a provider told about, newest first, with what was given back of it. */
export async function paymentsPart(
  app: Admin,
  visit: Visit,
  facts: OrderFacts,
  again: Again | null,
): Promise<PaymentView[]> {
  const views: PaymentView[] = [];
  for (const payment of facts.payments.toReversed()) {
    const link = facts.links.find((one) => one.linkId === payment.linkId);
    if (link) views.push(await paymentView(app, visit, facts, { payment, link, again }));
  }
  return views;
}

async function paymentView(
  app: Admin,
  visit: Visit,
  facts: OrderFacts,
  { payment, link, again }: { payment: Payment; link: Link; again: Again | null },
): Promise<PaymentView> {
  const text = visit.texts('sale/order_info');
  const own = facts.refunds.filter((refund) => refund.paymentId === payment.paymentId);
  const left = isReceived(payment.state) ? refundableMinor(payment, own) : 0;
  const mayRefund = left > 0 && visit.may('modify', 'setting/setting') && app.links.providers.length > 0;
  const name = payment.method === null ? null : await findMethodName(app.db, link, payment.method);
  const refunded = formatMoney(payment.refunded, visit.locale);
  return {
    id: String(payment.paymentId),
    state: paymentStateOf(payment, visit.texts('sale/payment_link')),
    amount: formatMoney(payment.amount, visit.locale),
    method: name ?? payment.method ?? text.method_unknown,
    when: sayMoment(payment.paidAt ?? payment.createdAt, facts.now, facts.zone, visit.locale),
    providerId: payment.providerId,
    reason: payment.reason,
    refunded: payment.refunded.minor > 0 ? fill(text.refunded_so_far, { amount: refunded }) : null,
    twice: payment.paidTwice ? text.paid_twice : null,
    giveBack: mayRefund && payment.paidTwice ? giveBackPress(visit, facts, payment, left) : null,
    refund: mayRefund ? refundFold(visit, facts, { payment, left, again }) : null,
    refunds: own.map((refund) => refundView(visit, facts, refund)),
  };
}

/** One press for what was paid a second time: all that is left of it, to the customer. */
function giveBackPress(visit: Visit, { orderId }: OrderFacts, payment: Payment, left: number): PressView {
  const amount = formatMoney(money(left, payment.amount.currency), visit.locale);
  return {
    icon: 'arrow-counterclockwise',
    title: fill(visit.texts('sale/order_info').give_back, { amount }),
    action: visit.href('/admin/sale/order/give_back', { order_id: orderId }),
    hidden: pressHidden({ payment_id: payment.paymentId }),
    newTab: false,
  };
}

const CSS: Readonly<Record<Refund['state'], string>> = {
  ...{ asked: 'soft', asking: 'soft', pending: 'soft', done: 'ok-text' },
  ...{ failed: 'bad', unknown: 'bad' },
};

function refundView(visit: Visit, facts: OrderFacts, refund: Refund): RefundView {
  const at = sayMoment(refund.createdAt, facts.now, facts.zone, visit.locale);
  const resolvable = refund.state === 'unknown' && visit.may('modify', 'setting/setting');
  return {
    amount: formatMoney(refund.amount, visit.locale),
    state: visit.texts('sale/payment_link')[`refund_${refund.state}`],
    css: CSS[refund.state],
    who: fill(visit.texts('sale/order_info').made_by, { when: at.text, actor: refund.createdBy }),
    reason: refund.reason,
    failure: refund.failure === null ? null : visit.said(refund.failure),
    resolve: resolvable
      ? {
          action: visit.href('/admin/sale/order/resolve_refund', { order_id: facts.orderId }),
          hidden: pressHidden({ refund_id: refund.refundId }),
        }
      : null,
  };
}
