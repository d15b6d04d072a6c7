import type { SettingValues } from '../gateway';

/** Which orders may get a link, besides those whose payment method is one of the gateway's own. Per store. */
export interface WhichOrders {
  /** `own`: no others; `listed`: those with one of `codes`; `all`: every order that enters the status. */
  readonly kind: 'own' | 'listed' | 'all';
  /** Payment codes as the shop writes them: `bank_transfer` (3.0), `bank_transfer.bank_transfer` (4.x). */
  readonly codes: readonly string[];
}

export function readWhichOrders(values: SettingValues): WhichOrders {
  const kind = values['which_orders'];
  const codes = values['payment_codes'];
  return {
    kind: kind === 'listed' || kind === 'all' ? kind : 'own',
    codes: Array.isArray(codes) ? codes.map((code) => String(code).trim().toLowerCase()).filter(Boolean) : [],
  };
}

/** A listed extension (`bank_transfer`) stands for all of its methods (`bank_transfer.bank_transfer`). */
export function isChosen({ kind, codes }: WhichOrders, paymentCode: string): boolean {
  if (kind !== 'listed') return kind === 'all';
  const code = paymentCode.trim().toLowerCase();
  return codes.some((listed) => listed === code || listed === code.split(/[./]/)[0]);
}

/** Says whether the choice is still the one that a starting point was recorded for. */
export function choiceText({ kind, codes }: WhichOrders): string {
  return kind === 'listed' ? `listed ${[...codes].sort().join(' ')}` : kind;
}
