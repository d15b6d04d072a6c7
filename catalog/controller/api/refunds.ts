import { refundJson } from '../../../extension/payment_link/list/link_json';
import { findLink } from '../../../extension/payment_link/link/links';
import { onceKeyReused } from '../../../extension/payment_link/make/once_links';
import { isReceived, listPayments, type Payment } from '../../../extension/payment_link/settle/payments';
import { linkNotFound } from '../../../extension/payment_link/person/person_errors';
import { askRefund, refundNotPossible } from '../../../extension/payment_link/refund/refund';
import { findRefund, type Refund as StoredRefund } from '../../../extension/payment_link/refund/refunds';
import { money, sameMoney } from '../../../system/money';
import { Refund } from '../../api_shapes';
import { RefundWish } from '../../api_wishes';
import type { Catalog } from '../../catalog';
import { endpoint, type Endpoint } from './endpoint';
import { keyMissing, requestInvalid } from './problems';

const refund = endpoint({
  method: 'post',
  path: '/links/{id}/refunds',
  operation: 'refundLink',
  summary: 'Give money back',
  description: 'Written down at once, made by a job. One Idempotency-Key is one refund, however often it is sent.',
  idempotency: 'required',
  status: 202,
  body: RefundWish,
  answer: Refund,
  problems: [404, 409, 422],
  async run({ app, id, person, once, body }) {
    if (!once) throw keyMissing();
    const payment = await paymentOf(app, id, body.payment_id);
    const amount = money(body.amount.minor, body.amount.currency);
    const { reason, lines } = body;
    // `api:` and the token's number, then as much of the hash as the column holds.
    const pressKey = once.key.slice(0, 64);
    const wish = { paymentId: payment.paymentId, amount, lines, reason, pressKey };
    const made = await findRefund(app.db, await askRefund(app.links, wish, person));
    if (!made || !isSame(made, wish)) throw onceKeyReused();
    return { body: refundJson(made) };
  },
});

function isSame(made: StoredRefund, wish: Pick<StoredRefund, 'paymentId' | 'amount'>): boolean {
  return made.paymentId === wish.paymentId && sameMoney(made.amount, wish.amount);
}

/** The one named, or the only one that came in. @throws AppError */
async function paymentOf(app: Catalog, linkId: number, paymentId: number | undefined): Promise<Payment> {
  if (!(await findLink(app.db, linkId))) throw linkNotFound();
  const received = (await listPayments(app.db, linkId)).filter((payment) => isReceived(payment.state));
  if (paymentId === undefined && received.length > 1) {
    throw requestInvalid({ fields: { payment_id: 'Several payments came in: say which one.' } });
  }
  const payment = paymentId === undefined ? received[0] : received.find((one) => one.paymentId === paymentId);
  if (!payment) throw refundNotPossible();
  return payment;
}

export const REFUND_ENDPOINTS: readonly Endpoint[] = [refund];
