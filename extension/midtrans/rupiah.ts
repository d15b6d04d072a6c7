import { Decimal } from '../../system/decimal';
import { money, moneyFromDecimal, type Money } from '../../system/money';
import { GatewayError } from '../payment_link/gateway';

/** Midtrans charges rupiah alone, in whole units; ISO 4217 counts them in hundredths. */
export const CURRENCY = 'IDR';
const SEN = 100;

/** @throws GatewayError rejected for another currency or a fraction of a rupiah. */
export function toRupiah(amount: Money): number {
  if (amount.currency === CURRENCY && amount.minor % SEN === 0) return amount.minor / SEN;
  throw new GatewayError('rejected', `Midtrans cannot charge ${amount.minor / SEN} ${amount.currency}`, {
    remedy: 'Give the order the currency IDR and a total in whole rupiah.',
  });
}

/** From the provider's text ("190000.00"); null when it is no amount. */
export function fromRupiah(text: string | null): Money | null {
  return text === null ? null : moneyFromDecimal(new Decimal(text), CURRENCY);
}

export const NOTHING = money(0, CURRENCY);
