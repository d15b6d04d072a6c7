/** The few words that the cart adds to the order's own texts, by the first two letters of the order's language. */
export interface CartWords {
  readonly couponApplied: string;
  readonly fixedTax: string;
  readonly giftVouchers: string;
  readonly balance: string;
}

const ENGLISH: CartWords = {
  couponApplied: 'Coupon applied',
  fixedTax: 'Fixed Tax',
  giftVouchers: 'Gift vouchers',
  balance: 'Rounding',
};

const WORDS: Readonly<Record<string, CartWords>> = {
  en: ENGLISH,
  nl: {
    couponApplied: 'Kortingsbon toegepast',
    fixedTax: 'Vaste heffing',
    giftVouchers: 'Cadeaubonnen',
    balance: 'Afronding',
  },
  de: {
    couponApplied: 'Gutschein eingelöst',
    fixedTax: 'Feste Abgabe',
    giftVouchers: 'Geschenkgutscheine',
    balance: 'Rundung',
  },
  fr: {
    couponApplied: 'Code promo appliqué',
    fixedTax: 'Taxe fixe',
    giftVouchers: 'Chèques-cadeaux',
    balance: 'Arrondi',
  },
  es: {
    couponApplied: 'Cupón aplicado',
    fixedTax: 'Impuesto fijo',
    giftVouchers: 'Vales de regalo',
    balance: 'Redondeo',
  },
  it: {
    couponApplied: 'Buono applicato',
    fixedTax: 'Tassa fissa',
    giftVouchers: 'Buoni regalo',
    balance: 'Arrotondamento',
  },
  id: {
    couponApplied: 'Kupon dipakai',
    fixedTax: 'Pajak tetap',
    giftVouchers: 'Voucher hadiah',
    balance: 'Pembulatan',
  },
};

export function cartWords(languageCode: string): CartWords {
  return WORDS[languageCode.slice(0, 2).toLowerCase()] ?? ENGLISH;
}
