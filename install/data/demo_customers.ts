export interface DemoCustomer {
  readonly name: readonly [string, string];
  readonly email: string;
  readonly telephone: string;
  readonly language: string;
  /** Company, address 1, address 2, postcode, city, `country zone`. */
  readonly addresses: readonly (readonly [string, string, string, string, string, string])[];
}

/** Addresses of nobody, on streets that exist, at mail domains kept for examples. */
export const DEMO_CUSTOMERS: readonly DemoCustomer[] = [
  {
    name: ['Sanne', 'de Vries'],
    email: 'sanne.devries@example.com',
    telephone: '+31 6 1234 5678',
    language: 'nl-nl',
    addresses: [
      ['', 'Keizersgracht 999', '', '1017 ZZ', 'Amsterdam', 'NL NH'],
      ['De Vries & Zonen B.V.', 'Oudegracht 999', '2 hoog', '3511 ZZ', 'Utrecht', 'NL UT'],
    ],
  },
  {
    name: ['Jürgen', 'Groß'],
    email: 'juergen.gross@example.de',
    telephone: '+49 151 2345 6789',
    language: 'de-de',
    addresses: [['Groß GmbH', 'Kastanienallee 999', '', '10435', 'Berlin', 'DE BE']],
  },
  {
    name: ['Amelia', "O'Neill"],
    email: 'amelia.oneill@example.co.uk',
    telephone: '+44 7700 900123',
    language: 'en-gb',
    addresses: [['', 'Flat 4, 999 Deansgate', '', 'M3 4ZZ', 'Manchester', 'GB GTM']],
  },
  {
    name: ['Marcus', 'Rivera'],
    email: 'marcus.rivera@example.com',
    telephone: '+1 415 555 0142',
    language: 'en-gb',
    addresses: [['', '99999 Valencia Street', 'Apt 5', '94110', 'San Francisco', 'US CA']],
  },
  {
    name: ['花子', '山田'],
    email: 'hanako.yamada@example.jp',
    telephone: '+81 90 1234 5678',
    language: 'en-gb',
    addresses: [['', '神宮前 9-99-9', '', '150-0001', '渋谷区', 'JP 13']],
  },
  {
    name: ['Putri', 'Wulandari'],
    email: 'putri.wulandari@example.co.id',
    telephone: '+62 812 3456 7890',
    language: 'id-id',
    addresses: [['', 'Jl. Kemang Raya No. 999', 'RT 01/RW 02', '12730', 'Jakarta Selatan', 'ID JK']],
  },
  {
    name: ['Élodie', 'Moreau'],
    email: 'elodie.moreau@example.fr',
    telephone: '+33 6 12 34 56 78',
    language: 'fr-fr',
    addresses: [['', '999 rue Oberkampf', '', '75011', 'Paris', 'FR 75']],
  },
];
