import { cartOf } from '../../../../extension/payment_link/cart/cart';
import type { CartLine } from '../../../../extension/payment_link/gateway';
import type { Payment } from '../../../../extension/payment_link/settle/payments';
import { fill } from '../../../../system/language';
import { formatMoney, money, toDecimalText } from '../../../../system/money';
import type { ActionView } from '../../../view/sale/link_actions';
import type { FieldView } from '../../../view/partial/field';
import type { Visit } from '../../../visit';
import type { Again } from './again';
import type { OrderFacts } from './facts';
import { fold } from './fold';

export const REASON_LENGTH_MAX = 200;

/** The form that gives money back: an amount, or pieces of lines where the method wants to know the lines. */
export function refundFold(
  visit: Visit,
  facts: OrderFacts,
  { payment, left, again }: { payment: Payment; left: number; again: Again | null },
): ActionView {
  const text = visit.texts('sale/order_info');
  const rest = money(left, payment.amount.currency);
  const reason: FieldView = {
    ...{ kind: 'text', id: 'reason', name: 'reason', label: text.entry_reason, lengthMax: REASON_LENGTH_MAX },
    ...{ wide: true, help: text.help_reason },
  };
  return fold(visit, again, {
    ...{ form: 'refund', id: payment.paymentId, idName: 'payment_id', orderId: facts.orderId },
    ...{ icon: 'arrow-counterclockwise', title: text.refund, submit: text.refund_submit, danger: true },
    sentence: fill(payment.needsCart ? text.refund_lines_sentence : text.refund_sentence, {
      left: formatMoney(rest, visit.locale),
    }),
    fields: payment.needsCart
      ? [...lineFields(facts), reason]
      : [
          {
            ...{ kind: 'text', id: 'amount', name: 'amount', label: text.entry_amount, required: true },
            ...{ inputmode: 'decimal', value: toDecimalText(rest), suffix: rest.currency },
          },
          reason,
        ],
  });
}

/** The lines as the provider knows them, in the order of the request. */
export function refundableLines(facts: Pick<OrderFacts, 'order'>): readonly CartLine[] {
  return cartOf(facts.order).lines;
}

function lineFields(facts: OrderFacts): FieldView[] {
  return refundableLines(facts).map((line, index) => ({
    ...{ kind: 'number', id: `line_${index}`, name: `line_${index}`, label: line.name },
    ...{ value: '0', min: 0, max: line.quantity, suffix: `/ ${line.quantity}` },
  }));
}
