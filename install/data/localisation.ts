import type { InEachLanguage } from './languages';

/** Base currency first. Rates are units per euro, of no particular day: a shop sets its own. */
export const CURRENCIES = [
  ['Euro', 'EUR', '€', '', 2, '1.00000000'],
  ['Pound Sterling', 'GBP', '£', '', 2, '0.85000000'],
  ['US Dollar', 'USD', '$', '', 2, '1.10000000'],
  ['Indonesian Rupiah', 'IDR', 'Rp', '', 0, '17800.00000000'],
  ['Japanese Yen', 'JPY', '¥', '', 0, '165.00000000'],
  ['Australian Dollar', 'AUD', 'A$', '', 2, '1.65000000'],
  ['Canadian Dollar', 'CAD', 'C$', '', 2, '1.50000000'],
  ['Swiss Franc', 'CHF', 'CHF ', '', 2, '0.95000000'],
  ['Danish Krone', 'DKK', '', ' kr.', 2, '7.46000000'],
  ['Swedish Krona', 'SEK', '', ' kr', 2, '11.30000000'],
  ['Polish Złoty', 'PLN', '', ' zł', 2, '4.30000000'],
] as const;

export const STOCK_STATUSES: readonly (readonly [number, InEachLanguage])[] = [
  [
    5,
    ['Out Of Stock', 'Niet op voorraad', 'Nicht vorrätig', 'En rupture', 'Sin existencias', 'Esaurito', 'Stok Habis'],
  ],
  [6, ['2-3 Days', '2-3 dagen', '2-3 Tage', '2-3 jours', '2-3 días', '2-3 giorni', '2-3 Hari']],
  [7, ['In Stock', 'Op voorraad', 'Auf Lager', 'En stock', 'En existencia', 'Disponibile', 'Tersedia']],
  [8, ['Pre-Order', 'Voorbestelling', 'Vorbestellung', 'Précommande', 'Reserva', 'Preordine', 'Pra-pesan']],
];

/** Title, unit, and how many of it make the first one. */
export const WEIGHT_CLASSES: readonly (readonly [InEachLanguage, string, string])[] = [
  [['Kilogram', 'Kilogram', 'Kilogramm', 'Kilogramme', 'Kilogramo', 'Chilogrammo', 'Kilogram'], 'kg', '1.00000000'],
  [['Gram', 'Gram', 'Gramm', 'Gramme', 'Gramo', 'Grammo', 'Gram'], 'g', '1000.00000000'],
  [['Pound', 'Pond', 'Pfund', 'Livre', 'Libra', 'Libbra', 'Pon'], 'lb', '2.20462262'],
  [['Ounce', 'Ons', 'Unze', 'Once', 'Onza', 'Oncia', 'Ons'], 'oz', '35.27396195'],
];

export const LENGTH_CLASSES: readonly (readonly [InEachLanguage, string, string])[] = [
  [
    ['Centimetre', 'Centimeter', 'Zentimeter', 'Centimètre', 'Centímetro', 'Centimetro', 'Sentimeter'],
    'cm',
    '1.00000000',
  ],
  [
    ['Millimetre', 'Millimeter', 'Millimeter', 'Millimètre', 'Milímetro', 'Millimetro', 'Milimeter'],
    'mm',
    '10.00000000',
  ],
  [['Inch', 'Inch', 'Zoll', 'Pouce', 'Pulgada', 'Pollice', 'Inci'], 'in', '0.39370079'],
];

export const DEFAULT_GROUP: InEachLanguage = [
  'Default',
  'Standaard',
  'Standard',
  'Par défaut',
  'Predeterminado',
  'Predefinito',
  'Bawaan',
];

/** How an address is written; OpenCart's place-holders. Empty parts collapse. */
export const ADDRESS_FORMATS = [
  ['Postcode before city', '{firstname} {lastname}\n{company}\n{address_1}\n{address_2}\n{postcode} {city}\n{country}'],
  [
    'City, zone and postcode',
    '{firstname} {lastname}\n{company}\n{address_1}\n{address_2}\n{city}, {zone_code} {postcode}\n{country}',
  ],
  [
    'City, zone, postcode in lines',
    '{firstname} {lastname}\n{company}\n{address_1}\n{address_2}\n{city}\n{zone}\n{postcode}\n{country}',
  ],
] as const;

/** 1-based places in `ADDRESS_FORMATS`; every other country uses the first. */
export const ADDRESS_FORMAT_OF: Readonly<Record<string, number>> = { US: 2, CA: 2, AU: 2, GB: 3, IE: 3, ID: 3, JP: 3 };
