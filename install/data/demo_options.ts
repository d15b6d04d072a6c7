import type { InEachLanguage } from './languages';

export interface DemoOption {
  readonly type: string;
  readonly names: InEachLanguage;
  readonly values: readonly InEachLanguage[];
}

const same = (name: string): InEachLanguage => [name, name, name, name, name, name, name];

/** Each type that the order form knows, once. */
export const DEMO_OPTIONS = {
  size: {
    type: 'select',
    names: ['Size', 'Maat', 'Größe', 'Taille', 'Talla', 'Taglia', 'Ukuran'],
    values: [same('S'), same('M'), same('L'), same('XL')],
  },
  colour: {
    type: 'radio',
    names: ['Colour', 'Kleur', 'Farbe', 'Couleur', 'Color', 'Colore', 'Warna'],
    values: [
      ['Natural', 'Naturel', 'Natur', 'Naturel', 'Natural', 'Naturale', 'Natural'],
      ['Black', 'Zwart', 'Schwarz', 'Noir', 'Negro', 'Nero', 'Hitam'],
      ['Sea blue', 'Zeeblauw', 'Meerblau', 'Bleu mer', 'Azul mar', 'Blu mare', 'Biru laut'],
    ],
  },
  extras: {
    type: 'checkbox',
    names: ['Extras', "Extra's", 'Extras', 'Extras', 'Extras', 'Extra', 'Tambahan'],
    values: [
      [
        'Gift wrapping',
        'Cadeauverpakking',
        'Geschenkverpackung',
        'Emballage cadeau',
        'Envuelto para regalo',
        'Confezione regalo',
        'Bungkus kado',
      ],
      [
        'Spare bulb',
        'Reservelamp',
        'Ersatzbirne',
        'Ampoule de rechange',
        'Bombilla de repuesto',
        'Lampadina di ricambio',
        'Lampu cadangan',
      ],
    ],
  },
  engraving: {
    type: 'text',
    names: ['Engraving', 'Gravure', 'Gravur', 'Gravure', 'Grabado', 'Incisione', 'Ukiran'],
    values: [],
  },
  message: {
    type: 'textarea',
    names: [
      'Message on the card',
      'Tekst op het kaartje',
      'Text auf der Karte',
      'Message sur la carte',
      'Mensaje en la tarjeta',
      'Messaggio sul biglietto',
      'Pesan di kartu',
    ],
    values: [],
  },
  date: {
    type: 'date',
    names: [
      'Delivery date',
      'Bezorgdatum',
      'Lieferdatum',
      'Date de livraison',
      'Fecha de entrega',
      'Data di consegna',
      'Tanggal pengiriman',
    ],
    values: [],
  },
  time: {
    type: 'time',
    names: ['Start', 'Begin', 'Beginn', 'Début', 'Inicio', 'Inizio', 'Mulai'],
    values: [],
  },
} as const satisfies Readonly<Record<string, DemoOption>>;

export type DemoOptionName = keyof typeof DEMO_OPTIONS;
