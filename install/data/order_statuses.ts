import type { InEachLanguage } from './languages';

/** Ids as every OpenCart has them; settings refer to the ids. */
export const ORDER_STATUSES: readonly (readonly [number, InEachLanguage])[] = [
  [1, ['Pending', 'In afwachting', 'Ausstehend', 'En attente', 'Pendiente', 'In attesa', 'Tertunda']],
  [2, ['Processing', 'In behandeling', 'In Bearbeitung', 'En traitement', 'En proceso', 'In lavorazione', 'Diproses']],
  [3, ['Shipped', 'Verzonden', 'Versandt', 'Expédiée', 'Enviado', 'Spedito', 'Dikirim']],
  [5, ['Complete', 'Voltooid', 'Abgeschlossen', 'Terminée', 'Completado', 'Completato', 'Selesai']],
  [7, ['Canceled', 'Geannuleerd', 'Storniert', 'Annulée', 'Cancelado', 'Annullato', 'Dibatalkan']],
  [8, ['Denied', 'Geweigerd', 'Abgelehnt', 'Refusée', 'Denegado', 'Negato', 'Ditolak']],
  [
    9,
    [
      'Canceled Reversal',
      'Annulering teruggedraaid',
      'Storno aufgehoben',
      'Annulation levée',
      'Cancelación revertida',
      'Annullamento revocato',
      'Pembatalan Ditarik',
    ],
  ],
  [10, ['Failed', 'Mislukt', 'Fehlgeschlagen', 'Échouée', 'Fallido', 'Non riuscito', 'Gagal']],
  [11, ['Refunded', 'Terugbetaald', 'Erstattet', 'Remboursée', 'Reembolsado', 'Rimborsato', 'Dana Dikembalikan']],
  [12, ['Reversed', 'Teruggedraaid', 'Rückgängig gemacht', 'Contre-passée', 'Revertido', 'Stornato', 'Dibalik']],
  [13, ['Chargeback', 'Teruggeboekt', 'Rückbuchung', 'Rétrofacturation', 'Contracargo', 'Riaddebito', 'Tolak Bayar']],
  [14, ['Expired', 'Verlopen', 'Abgelaufen', 'Expirée', 'Caducado', 'Scaduto', 'Kedaluwarsa']],
  [15, ['Processed', 'Verwerkt', 'Bearbeitet', 'Traitée', 'Procesado', 'Elaborato', 'Telah Diproses']],
  [16, ['Voided', 'Vervallen', 'Ungültig', 'Invalidée', 'Anulado', 'Invalidato', 'Tidak Berlaku']],
];

/** The demo's own status, whose entry makes a payment link. */
export const PAYMENT_REQUEST_STATUS_ID = 17;
export const PAYMENT_REQUEST: InEachLanguage = [
  'Payment Request',
  'Betaalverzoek',
  'Zahlungsaufforderung',
  'Demande de paiement',
  'Solicitud de pago',
  'Richiesta di pagamento',
  'Permintaan Pembayaran',
];
