import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../system/clock';
import type { JsonObject } from '../json';

/** One way to pay, under its name in `enabled_payments`. Limits in whole rupiah. */
export interface Method {
  readonly id: string;
  readonly name: string;
  /** What transactions call it. */
  readonly paymentType: string;
  readonly min: number;
  readonly max: number | null;
  readonly refundable: boolean;
  /** Life of a pending payment. */
  readonly pendingMs: number;
  /** Members that only this method's transactions have. `digits` are the transaction's own. */
  readonly extra: (digits: string) => JsonObject;
}

const VA = { paymentType: 'bank_transfer', refundable: false, pendingMs: DAY_MS };
const WALLET = { refundable: true, pendingMs: 15 * MINUTE_MS, extra: () => ({}) };
const STORE = { paymentType: 'cstore', refundable: false, pendingMs: 2 * HOUR_MS };

function virtualAccount(bank: string, name: string, min: number, max: number | null): Method {
  const extra = (digits: string) => ({ va_numbers: [{ bank, va_number: `88000${digits}` }], payment_amounts: [] });
  return { id: `${bank}_va`, name, min, max, ...VA, extra };
}

function shop(id: string, name: string, min: number): Method {
  return { id, name, min, max: 5_000_000, ...STORE, extra: (digits) => ({ store: id, payment_code: digits }) };
}

export const METHODS: readonly Method[] = [
  {
    id: 'credit_card',
    name: 'Credit or debit card',
    paymentType: 'credit_card',
    min: 10_000,
    max: 999_999_999,
    refundable: true,
    pendingMs: 10 * MINUTE_MS,
    extra: (digits) => ({
      masked_card: '48111111-1114',
      bank: 'bni',
      card_type: 'credit',
      approval_code: digits.slice(0, 6),
      channel_response_code: '00',
      channel_response_message: 'Approved',
      eci: '05',
    }),
  },
  virtualAccount('bca', 'BCA virtual account', 10_000, 20_000_000_000),
  virtualAccount('bni', 'BNI virtual account', 1, null),
  virtualAccount('bri', 'BRI virtual account', 1, 20_000_000_000),
  virtualAccount('cimb', 'CIMB Niaga virtual account', 1, 250_000_000),
  virtualAccount('danamon', 'Danamon virtual account', 1, null),
  virtualAccount('bsi', 'BSI virtual account', 1000, null),
  {
    id: 'permata_va',
    name: 'Permata virtual account',
    min: 1,
    max: 9_999_999_999,
    ...VA,
    extra: (digits) => ({ permata_va_number: `8562${digits}` }),
  },
  {
    id: 'echannel',
    name: 'Mandiri bill payment',
    paymentType: 'echannel',
    min: 1,
    max: 50_000_000_000,
    refundable: false,
    pendingMs: 2 * HOUR_MS,
    extra: (digits) => ({ biller_code: '70012', bill_key: digits }),
  },
  { id: 'gopay', name: 'GoPay', paymentType: 'gopay', min: 1, max: 20_000_000, ...WALLET },
  { id: 'shopeepay', name: 'ShopeePay', paymentType: 'shopeepay', min: 1, max: 20_000_000, ...WALLET },
  { id: 'other_qris', name: 'QRIS', paymentType: 'qris', min: 1, max: 10_000_000, ...WALLET },
  shop('alfamart', 'Alfamart', 1),
  shop('indomaret', 'Indomaret', 10_000),
  { id: 'akulaku', name: 'Akulaku', paymentType: 'akulaku', min: 5000, max: null, ...WALLET },
  { id: 'kredivo', name: 'Kredivo', paymentType: 'kredivo', min: 1, max: null, ...WALLET },
];

export function findMethod(id: string): Method | null {
  return METHODS.find((known) => known.id === id) ?? null;
}

/** What a link offers: all that the amount allows, or of those the ones it names. */
export function offered(enabled: readonly string[], amount: number): Method[] {
  return METHODS.filter((method) => enabled.length === 0 || enabled.includes(method.id)).filter(
    (method) => amount >= method.min && (method.max === null || amount <= method.max),
  );
}
