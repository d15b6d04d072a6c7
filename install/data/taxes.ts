/** Where each tax applies: countries, or one zone of a country (`US CA` is California). */
export const GEO_ZONES = [
  ['NL VAT Zone', ['NL']],
  ['DE VAT Zone', ['DE']],
  ['BE VAT Zone', ['BE']],
  ['FR VAT Zone', ['FR']],
  ['UK VAT Zone', ['GB']],
  ['California Sales Tax', ['US CA']],
  ['Eco Tax Zone', ['NL', 'DE', 'BE', 'FR']],
] as const;

/** Name, rate, P per cent or F amount per piece in the base currency, geo zone. */
export const TAX_RATES = [
  ['BTW 21%', '21.0000', 'P', 'NL VAT Zone'],
  ['BTW 9%', '9.0000', 'P', 'NL VAT Zone'],
  ['MwSt. 19%', '19.0000', 'P', 'DE VAT Zone'],
  ['MwSt. 7%', '7.0000', 'P', 'DE VAT Zone'],
  ['BTW/TVA 21%', '21.0000', 'P', 'BE VAT Zone'],
  ['BTW/TVA 6%', '6.0000', 'P', 'BE VAT Zone'],
  ['TVA 20%', '20.0000', 'P', 'FR VAT Zone'],
  ['TVA 5.5%', '5.5000', 'P', 'FR VAT Zone'],
  ['VAT 20%', '20.0000', 'P', 'UK VAT Zone'],
  ['CA Sales Tax 7.25%', '7.2500', 'P', 'California Sales Tax'],
  ['Eco Tax', '2.0000', 'F', 'Eco Tax Zone'],
] as const;

const STANDARD = ['BTW 21%', 'MwSt. 19%', 'BTW/TVA 21%', 'TVA 20%', 'VAT 20%', 'CA Sales Tax 7.25%'] as const;

/** Ids count from 1 in this order. */
export const TAX_CLASSES = [
  ['Taxable Goods', 'Goods at the standard rate', STANDARD],
  ['Reduced Rate', 'Food, books and other goods at the reduced rate', ['BTW 9%', 'MwSt. 7%', 'BTW/TVA 6%', 'TVA 5.5%']],
  ['Electrical Goods', 'Goods at the standard rate with the eco tax on each piece', [...STANDARD, 'Eco Tax']],
] as const;

export const TAXABLE_GOODS_ID = 1;
export const REDUCED_RATE_ID = 2;
export const ELECTRICAL_GOODS_ID = 3;
