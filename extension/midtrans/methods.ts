import type { GatewayMethod } from '../payment_link/gateway';

/** Values of `enabled_payments` for links with the acquirers' limits in whole rupiah; null: none, or the user's own. */
const METHODS: readonly (readonly [id: string, name: string, min: number, max: number | null])[] = [
  ['credit_card', 'Credit or debit card', 10_000, 999_999_999],
  ['bca_va', 'BCA virtual account', 10_000, 20_000_000_000],
  ['bni_va', 'BNI virtual account', 1, null],
  ['bri_va', 'BRI virtual account', 1, 20_000_000_000],
  ['cimb_va', 'CIMB Niaga virtual account', 1, 250_000_000],
  ['danamon_va', 'Danamon virtual account', 1, null],
  ['bsi_va', 'BSI virtual account', 1000, null],
  ['permata_va', 'Permata virtual account', 1, 9_999_999_999],
  ['echannel', 'Mandiri Bill', 1, 50_000_000_000],
  ['gopay', 'GoPay', 1, 20_000_000],
  ['shopeepay', 'ShopeePay', 1, 20_000_000],
  ['other_qris', 'QRIS', 1, 10_000_000],
  ['alfamart', 'Alfamart', 1, 5_000_000],
  ['indomaret', 'Indomaret', 10_000, 5_000_000],
  ['akulaku', 'Akulaku', 5000, null],
  ['kredivo', 'Kredivo', 1, null],
];

/** Bought now, paid by instalments: not offered for links by themselves. */
const PAY_LATER = new Set(['akulaku', 'kredivo']);
const SEN = 100;

/** Ids are upper case everywhere but on the way to the provider, as the order form's payment codes are lower case. */
export function methodId(providers: string): string {
  return providers.toUpperCase();
}

/** There is no address to ask for the account's methods: this is the documented list. */
export function midtransMethods(): GatewayMethod[] {
  return METHODS.map(([id, name, min, max]) => ({
    id: methodId(id),
    name,
    amountMin: min * SEN,
    amountMax: max === null ? null : max * SEN,
    currencies: ['IDR'],
    countries: [],
    payLater: PAY_LATER.has(id),
    needsCart: false,
    iconUrl: null,
  }));
}
