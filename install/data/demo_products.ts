import type { DemoOptionName } from './demo_options';
import type { InEachLanguage } from './languages';
import { ELECTRICAL_GOODS_ID, REDUCED_RATE_ID, TAXABLE_GOODS_ID } from './taxes';

export interface DemoProduct {
  readonly model: string;
  readonly names: InEachLanguage;
  /** Euro, without tax. */
  readonly price: string;
  readonly quantity: number;
  readonly taxClassId: number;
  /** Kilogram; null: nothing is sent. */
  readonly weight: string | null;
  readonly minimum?: number;
  /** False: as many as one likes. */
  readonly subtract?: boolean;
  readonly enabled?: boolean;
  /** Per cent off from ten pieces on. */
  readonly discountFromTen?: string;
  readonly options?: readonly DemoProductOption[];
}

export interface DemoProductOption {
  readonly option: DemoOptionName;
  readonly required?: boolean;
  /** For the option's values in their order: what each adds (`-` before it: takes off) and how many there are. */
  readonly values?: readonly (readonly [string, number])[];
}

export const DEMO_PRODUCTS: readonly DemoProduct[] = [
  {
    model: 'LAMP-01',
    names: [
      'Oak desk lamp',
      'Eiken bureaulamp',
      'Schreibtischlampe aus Eiche',
      'Lampe de bureau en chêne',
      'Lámpara de escritorio de roble',
      'Lampada da tavolo in rovere',
      'Lampu meja kayu ek',
    ],
    price: '79.00',
    quantity: 25,
    taxClassId: ELECTRICAL_GOODS_ID,
    weight: '1.8',
    options: [
      {
        option: 'colour',
        required: true,
        values: [
          ['0', 10],
          ['5.00', 10],
          ['7.50', 5],
        ],
      },
      {
        option: 'extras',
        values: [
          ['2.50', 100],
          ['4.95', 40],
        ],
      },
    ],
  },
  {
    model: 'SWEATER-01',
    names: [
      'Merino sweater',
      'Merino trui',
      'Merinopullover',
      'Pull en mérinos',
      'Jersey de merino',
      'Maglione in merino',
      'Sweter merino',
    ],
    price: '64.46',
    quantity: 60,
    taxClassId: TAXABLE_GOODS_ID,
    weight: '0.4',
    discountFromTen: '10',
    options: [
      {
        option: 'size',
        required: true,
        values: [
          ['0', 12],
          ['0', 20],
          ['0', 20],
          ['3.00', 0],
        ],
      },
      {
        option: 'colour',
        required: true,
        values: [
          ['0', 30],
          ['0', 15],
          ['0', 15],
        ],
      },
    ],
  },
  {
    model: 'COFFEE-250',
    names: [
      'Coffee beans, 250 g',
      'Koffiebonen, 250 g',
      'Kaffeebohnen, 250 g',
      'Café en grains, 250 g',
      'Café en grano, 250 g',
      'Caffè in grani, 250 g',
      'Biji kopi, 250 g',
    ],
    price: '7.80',
    quantity: 400,
    taxClassId: REDUCED_RATE_ID,
    weight: '0.26',
    minimum: 2,
    discountFromTen: '5',
  },
  {
    model: 'MUG-01',
    names: [
      'Stoneware mug',
      'Mok van steengoed',
      'Steinzeugbecher',
      'Mug en grès',
      'Taza de gres',
      'Tazza in gres',
      'Mug keramik',
    ],
    price: '12.40',
    quantity: 150,
    taxClassId: TAXABLE_GOODS_ID,
    weight: '0.35',
    options: [{ option: 'engraving' }, { option: 'extras', values: [['2.50', 100]] }],
  },
  {
    model: 'PEN-01',
    names: [
      'Brass fountain pen',
      'Messing vulpen',
      'Füllfederhalter aus Messing',
      'Stylo plume en laiton',
      'Pluma de latón',
      'Penna stilografica in ottone',
      'Pulpen kuningan',
    ],
    price: '118.18',
    quantity: 2,
    taxClassId: TAXABLE_GOODS_ID,
    weight: '0.08',
    options: [{ option: 'engraving' }],
  },
  {
    model: 'FLOWERS-01',
    names: [
      'Bouquet of the season',
      'Seizoensboeket',
      'Blumenstrauß der Saison',
      'Bouquet de saison',
      'Ramo de temporada',
      'Mazzo di stagione',
      'Buket musiman',
    ],
    price: '27.50',
    quantity: 40,
    taxClassId: REDUCED_RATE_ID,
    weight: '0.9',
    options: [{ option: 'date', required: true }, { option: 'message' }],
  },
  {
    model: 'WORKSHOP-01',
    names: [
      'Coffee workshop, 2 hours',
      'Koffieworkshop, 2 uur',
      'Kaffee-Workshop, 2 Stunden',
      'Atelier café, 2 heures',
      'Taller de café, 2 horas',
      'Laboratorio del caffè, 2 ore',
      'Lokakarya kopi, 2 jam',
    ],
    price: '45.00',
    quantity: 12,
    taxClassId: TAXABLE_GOODS_ID,
    weight: null,
    options: [
      { option: 'date', required: true },
      { option: 'time', required: true },
    ],
  },
  {
    model: 'EBOOK-01',
    names: [
      'E-book "Brewing at home"',
      'E-book "Zelf koffie zetten"',
      'E-Book „Kaffee zu Hause“',
      'Livre numérique « Le café chez soi »',
      'Libro digital «Café en casa»',
      'E-book «Il caffè in casa»',
      'Buku elektronik "Kopi di rumah"',
    ],
    price: '9.17',
    quantity: 9999,
    taxClassId: REDUCED_RATE_ID,
    weight: null,
    subtract: false,
  },
  {
    model: 'GIFT-25',
    names: [
      'Gift card, 25 euro',
      'Cadeaukaart, 25 euro',
      'Geschenkkarte, 25 Euro',
      'Carte cadeau, 25 euros',
      'Tarjeta regalo, 25 euros',
      'Buono regalo, 25 euro',
      'Kartu hadiah, 25 euro',
    ],
    price: '25.00',
    quantity: 500,
    taxClassId: 0,
    weight: null,
    options: [{ option: 'message' }],
  },
  {
    model: 'KETTLE-01',
    names: [
      'Gooseneck kettle',
      'Zwanenhalsketel',
      'Schwanenhalskessel',
      'Bouilloire col de cygne',
      'Hervidor de cuello de cisne',
      'Bollitore a collo di cigno',
      'Ketel leher angsa',
    ],
    price: '89.99',
    quantity: 18,
    taxClassId: ELECTRICAL_GOODS_ID,
    weight: '1.1',
  },
  {
    model: 'RUG-01',
    names: [
      'Woven wool rug',
      'Geweven wollen kleed',
      'Gewebter Wollteppich',
      'Tapis en laine tissée',
      'Alfombra de lana tejida',
      'Tappeto di lana tessuta',
      'Karpet wol tenun',
    ],
    price: '349.00',
    quantity: 6,
    taxClassId: TAXABLE_GOODS_ID,
    weight: '6.5',
    options: [
      {
        option: 'size',
        required: true,
        values: [
          ['-50.00', 2],
          ['0', 2],
          ['120.00', 2],
        ],
      },
    ],
  },
  {
    model: 'CANDLE-01',
    names: [
      'Beeswax candles, box of 6',
      'Bijenwaskaarsen, doos van 6',
      'Bienenwachskerzen, 6 Stück',
      "Bougies en cire d'abeille, boîte de 6",
      'Velas de cera de abeja, caja de 6',
      "Candele di cera d'api, scatola da 6",
      'Lilin lebah, isi 6',
    ],
    price: '16.53',
    quantity: 80,
    taxClassId: TAXABLE_GOODS_ID,
    weight: '0.5',
  },
  {
    model: 'CHAIR-01',
    names: [
      'Folding chair (sold out)',
      'Klapstoel (uitverkocht)',
      'Klappstuhl (ausverkauft)',
      'Chaise pliante (épuisée)',
      'Silla plegable (agotada)',
      'Sedia pieghevole (esaurita)',
      'Kursi lipat (habis)',
    ],
    price: '59.00',
    quantity: 0,
    taxClassId: TAXABLE_GOODS_ID,
    weight: '4.2',
  },
  {
    model: 'RADIO-OLD',
    names: [
      'Table radio (no longer sold)',
      'Tafelradio (niet meer te koop)',
      'Tischradio (nicht mehr im Verkauf)',
      'Radio de table (plus en vente)',
      'Radio de mesa (ya no se vende)',
      'Radio da tavolo (non più in vendita)',
      'Radio meja (tidak dijual lagi)',
    ],
    price: '139.00',
    quantity: 3,
    taxClassId: ELECTRICAL_GOODS_ID,
    weight: '2.4',
    enabled: false,
  },
];
