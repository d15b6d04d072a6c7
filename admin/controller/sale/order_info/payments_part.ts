import type { Link } from '../../../../extension/payment_link/link/link_row';
import { findMethodName } from '../../../../extension/payment_link/gateways/method_names';
import { isReceived, type Payment } from '../../../../extension/payment_link/settle/payments';
import { refundableMinor } from '../../../../extension/payment_link/refund/refund';
import type { Refund } from '../../../../extension/payment_link/refund/refunds';
import { fill } from '../../../../system/language';
import { formatMoney, money } from '../../../../system/money';
import type { Admin } from '../../../admin';
import { causeOf } from '../../../cause';
import { sayMoment } from '../../../dates';
import { paymentStateOf } from '../../../link_state';
import type { PaymentView, PressView, RefundView } from '../../../view/sale/link_actions';
import type { Visit } from '../../../visit';
import type { Again } from './again';
import { panelAction, panelText, type PanelFacts } from './panel';
import { pressHidden } from './fold';
import { refundFold } from './refund_fold';

/** Every payment a provider told about, newest first, with what was given back of it. */
export async function paymentsPart(
  app: Admin,
  visit: Visit,
  facts: PanelFacts,
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
  facts: PanelFacts,
  { payment, link, again }: { payment: Payment; link: Link; again: Again | null },
): Promise<PaymentView> {
  const text = panelText(visit, facts.page);
  const own = facts.refunds.filter((refund) => refund.paymentId === payment.paymentId);
  const left = isReceived(payment.state) ? refundableMinor(payment, own) : 0;
  const mayRefund = left > 0 && visit.may('modify', 'setting/setting') && app.links.providers.length > 0;
  // Lines are an order's: what a method wants to know of a link without one, nobody can tell it.
  const lineless = payment.needsCart && facts.order === null;
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
    giveBack: mayRefund && !lineless && payment.paidTwice ? giveBackPress(visit, facts, payment, left) : null,
    refund: mayRefund && !lineless ? refundFold(visit, facts, { payment, left, again }) : null,
    noRefund: mayRefund && lineless ? text.refund_no_lines : null,
    refunds: own.map((refund) => refundView(visit, facts, refund)),
  };
}

/** One press for what was paid a second time: all that is left of it, to the customer. */
function giveBackPress(visit: Visit, facts: PanelFacts, payment: Payment, left: number): PressView {
  const amount = formatMoney(money(left, payment.amount.currency), visit.locale);
  return {
    icon: 'arrow-counterclockwise',
    title: fill(panelText(visit, facts.page).give_back, { amount }),
    action: panelAction(visit, facts.page, 'give_back'),
    hidden: pressHidden({ payment_id: payment.paymentId }),
    newTab: false,
  };
}

const CSS: Readonly<Record<Refund['state'], string>> = {
  ...{ asked: 'soft', asking: 'soft', pending: 'soft', done: 'ok-text' },
  ...{ failed: 'bad', unknown: 'bad' },
};

function refundView(visit: Visit, facts: PanelFacts, refund: Refund): RefundView {
  const at = sayMoment(refund.createdAt, facts.now, facts.zone, visit.locale);
  const resolvable = refund.state === 'unknown' && visit.may('modify', 'setting/setting');
  return {
    amount: formatMoney(refund.amount, visit.locale),
    state: visit.texts('sale/payment_link')[`refund_${refund.state}`],
    css: CSS[refund.state],
    who: fill(panelText(visit, facts.page).made_by, { when: at.text, actor: refund.createdBy }),
    reason: refund.reason,
    failure: refund.failure === null ? null : visit.said(refund.failure),
    cause: causeOf(visit, refund.failureCause, `cause-refund-${refund.refundId}`),
    resolve: resolvable
      ? {
          action: panelAction(visit, facts.page, 'resolve_refund'),
          hidden: pressHidden({ refund_id: refund.refundId }),
        }
      : null,
  };
}
