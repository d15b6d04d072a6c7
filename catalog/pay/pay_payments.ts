import { isReceived, type Payment } from '../../extension/payment_link/settle/payments';
import { formatMoney } from '../../system/money';
import { formatMoment } from '../mail/formats';
import type { PayFact } from '../view/pay';
import { isPrivate } from './masked_address';
import type { Shown } from './shown';

/** What came in, when and how: each payment a block of its own. A try that failed is nobody's concern here. */
export function paymentFacts(shown: Shown): PayFact[][] {
  return shown.facts.payments
    .filter((payment) => payment.state !== 'failed')
    .filter((payment) => payment.state !== 'pending' || shown.state === 'on_its_way')
    .map((payment) => factsOf(payment, shown));
}

function factsOf(payment: Payment, shown: Shown): PayFact[] {
  const { texts, locale } = shown.language;
  const came = isReceived(payment.state) || payment.state === 'charged_back';
  const amount = formatMoney(payment.amount, locale);
  const known = isPrivate(shown.facts.link);
  const facts: (PayFact | null)[] = [
    { label: came ? texts.paid : texts.amount, value: amount },
    paidOn(payment, shown),
    { label: came ? texts.paid_with : texts.chosen_method, value: known ? methodName(payment, shown) : '' },
    payment.refunded.minor > 0 ? { label: texts.refunded, value: formatMoney(payment.refunded, locale) } : null,
    { label: texts.reference, value: known ? payment.providerId : '' },
  ];
  return facts.filter((fact): fact is PayFact => fact !== null && fact.value !== '');
}

function paidOn({ paidAt }: Payment, { facts, language: { texts, locale } }: Shown): PayFact | null {
  if (paidAt === null) return null;
  const value = formatMoment(paidAt, locale, facts.shop.timeZone);
  return { label: texts.paid_on, value, iso: new Date(paidAt).toISOString() };
}

function methodName({ method }: Payment, { facts }: Shown): string {
  return method === null ? '' : (facts.methodNames.get(method) ?? method);
}
