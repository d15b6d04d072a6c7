import { isCurrency } from '../../../system/currencies';
import type { Money } from '../../../system/money';
import { typedAmount } from '../../../system/typed_amount';
import { freeLinkWrong, type FreeLinkTerms } from './check_free_link';

/** A link without an order as a person typed it, or a file has it. */
export interface TypedFreeLink extends Omit<FreeLinkTerms, 'amount'> {
  /** "12.50". */
  readonly amount: string;
  readonly currency: string;
}

/** Reads the amount; the rest is checked with it later. @throws AppError `free_link_wrong` */
export function readTyped(typed: TypedFreeLink): FreeLinkTerms {
  const { amount: text, currency: code, ...rest } = typed;
  return { ...rest, amount: amountOf(text, code.trim().toUpperCase()), language: rest.language.trim().toLowerCase() };
}

function amountOf(text: string, currency: string): Money {
  if (!isCurrency(currency)) throw freeLinkWrong({ fields: { currency: 'error_currency' } });
  const amount = typedAmount(text, currency);
  if (!amount) throw freeLinkWrong({ fields: { amount: 'error_amount' } });
  return amount;
}
