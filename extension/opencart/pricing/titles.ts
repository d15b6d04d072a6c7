/**
 * Titles that are stored with an order, so they are in the order's language. The coupon's code and the number of
 * points stand in parentheses in every language: OpenCart reads them back from there.
 */
export interface Titles {
  readonly subTotal: string;
  reward(points: number): string;
  coupon(code: string): string;
  readonly lowOrderFee: string;
  readonly handling: string;
  readonly credit: string;
  readonly total: string;
  readonly flat: string;
  readonly free: string;
  readonly item: string;
  readonly pickup: string;
  weight(zone: string, weight: string): string;
}

type Words = readonly [
  subTotal: string,
  reward: string,
  coupon: string,
  lowOrderFee: string,
  handling: string,
  credit: string,
  total: string,
  flat: string,
  free: string,
  item: string,
  pickup: string,
  weight: string,
];
const WORDS: Readonly<Record<string, Words>> = {
  en: [
    'Sub-Total',
    'Reward Points',
    'Coupon',
    'Low Order Fee',
    'Handling Fee',
    'Store Credit',
    'Total',
    'Flat Shipping Rate',
    'Free Shipping',
    'Per Item Shipping Rate',
    'Pickup From Store',
    'Weight:',
  ],
  nl: [
    'Subtotaal',
    'Spaarpunten',
    'Kortingsbon',
    'Toeslag kleine bestelling',
    'Behandelingskosten',
    'Tegoed',
    'Totaal',
    'Vaste verzendkosten',
    'Gratis verzending',
    'Verzendkosten per stuk',
    'Afhalen in de winkel',
    'Gewicht:',
  ],
  de: [
    'Zwischensumme',
    'Bonuspunkte',
    'Gutschein',
    'Mindermengenzuschlag',
    'Bearbeitungsgebühr',
    'Guthaben',
    'Summe',
    'Versandpauschale',
    'Kostenloser Versand',
    'Versand je Stück',
    'Abholung im Geschäft',
    'Gewicht:',
  ],
  fr: [
    'Sous-total',
    'Points de fidélité',
    'Bon de réduction',
    'Supplément petite commande',
    'Frais de traitement',
    'Avoir',
    'Total à payer',
    'Livraison au forfait',
    'Livraison gratuite',
    'Livraison par article',
    'Retrait en magasin',
    'Poids :',
  ],
  es: [
    'Subtotal',
    'Puntos de fidelidad',
    'Cupón',
    'Recargo por pedido pequeño',
    'Gastos de gestión',
    'Saldo a favor',
    'Total a pagar',
    'Envío con tarifa fija',
    'Envío gratuito',
    'Envío por artículo',
    'Recogida en tienda',
    'Peso:',
  ],
  it: [
    'Subtotale',
    'Punti fedeltà',
    'Buono sconto',
    'Supplemento ordine minimo',
    'Spese di gestione',
    'Credito',
    'Totale',
    'Spedizione a tariffa fissa',
    'Spedizione gratuita',
    'Spedizione per articolo',
    'Ritiro in negozio',
    'Peso:',
  ],
  id: [
    'Subtotal pesanan',
    'Poin hadiah',
    'Kupon',
    'Biaya pesanan kecil',
    'Biaya penanganan',
    'Saldo toko',
    'Jumlah',
    'Ongkos kirim tetap',
    'Gratis ongkos kirim',
    'Ongkos kirim per barang',
    'Ambil di toko',
    'Berat:',
  ],
};

/** By language code ("nl-nl", "nl"); English for a language without words of its own. */
export function titlesIn(languageCode: string): Titles {
  const words = WORDS[languageCode.slice(0, 2).toLowerCase()] ?? (WORDS['en'] as Words);
  const [subTotal, reward, coupon, lowOrderFee, handling, credit, total, flat, free, item, pickup, weight] = words;
  return {
    ...{ subTotal, lowOrderFee, handling, credit, total, flat, free, item, pickup },
    reward: (points) => `${reward} (${points})`,
    coupon: (code) => `${coupon} (${code})`,
    weight: (zone, total) => `${zone} (${weight} ${total})`,
  };
}
