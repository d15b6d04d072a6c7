import { cartOf } from '../../../../extension/payment_link/cart/cart';
import { cartSum } from '../../../../extension/payment_link/cart/cart_sum';
import type { CartLine } from '../../../../extension/payment_link/gateway';
import type { Refund } from '../../../../extension/payment_link/refund/refunds';
import type { Payment } from '../../../../extension/payment_link/settle/payments';
import { fill } from '../../../../system/language';
import { formatMoney, money, toTypedText } from '../../../../system/money';
import type { ActionView } from '../../../view/sale/link_actions';
import type { FieldView } from '../../../view/partial/field';
import type { Visit } from '../../../visit';
import type { Again } from './again';
import { panelText, type PanelFacts } from './panel';
import { fold } from './fold';

export const REASON_LENGTH_MAX = 200;

/** The form that gives money back: an amount, or pieces of lines where the method wants to know the lines. */
export function refundFold(
  visit: Visit,
  facts: PanelFacts,
  { payment, left, again }: { payment: Payment; left: number; again: Again | null },
): ActionView {
  const text = panelText(visit, facts.page);
  const rest = money(left, payment.amount.currency);
  const reason: FieldView = {
    ...{ kind: 'text', id: 'reason', name: 'reason', label: text.entry_reason, lengthMax: REASON_LENGTH_MAX },
    ...{ wide: true, help: text.help_reason },
  };
  return fold(visit, again, {
    ...{ form: 'refund', id: payment.paymentId, idName: 'payment_id', page: facts.page },
    ...{ icon: 'arrow-counterclockwise', title: text.refund, submit: text.refund_submit, danger: true },
    sentence: fill(payment.needsCart ? text.refund_lines_sentence : text.refund_sentence, {
      left: formatMoney(rest, visit.locale),
    }),
    fields: payment.needsCart
      ? [...lineFields(visit, facts, payment), reason]
      : [
          {
            ...{ kind: 'text', id: 'amount', name: 'amount', label: text.entry_amount, required: true },
            ...{ inputmode: 'decimal', value: toTypedText(rest), suffix: rest.currency },
          },
          reason,
        ],
  });
}

/**
 * The lines as the provider knows them, in the order of the request, with the pieces of each that were not given back
 * yet or are not on their way.
 */
export function refundableLines({ order }: Pick<PanelFacts, 'order'>, refunds: readonly Refund[]): readonly CartLine[] {
  const back = refunds.filter(({ state }) => state !== 'failed').flatMap(({ lines }) => lines);
  const givenBack = (id: string) => back.filter((line) => line.id === id).reduce((sum, line) => sum + line.quantity, 0);
  const lines = order === null ? [] : cartOf(order).lines;
  return lines.map((line) => ({ ...line, quantity: Math.max(0, line.quantity - givenBack(line.id)) }));
}

/** How many pieces of what, and what one of them gives back. */
function lineFields(visit: Visit, facts: PanelFacts, { paymentId, amount }: Payment): FieldView[] {
  const text = panelText(visit, facts.page);
  const own = facts.refunds.filter((refund) => refund.paymentId === paymentId);
  return refundableLines(facts, own).flatMap((line, index) => {
    if (line.quantity === 0) return [];
    const price = formatMoney(cartSum([{ ...line, quantity: 1 }], amount.currency), visit.locale);
    return {
      ...{ kind: 'number' as const, id: `line_${index}`, name: `line_${index}`, label: line.name },
      ...{ value: '0', min: 0, max: line.quantity },
      suffix: fill(text.refund_line, { count: line.quantity, price }),
    };
  });
}
