/** What staff send by WhatsApp or SMS, in the customer's language: short, and sure whom it comes from. */
const SHARE: Readonly<Record<string, string>> = {
  en: '{shop}: here is the payment link for your order {order}, {amount}: {address}',
  nl: '{shop}: hier is de betaallink voor uw bestelling {order}, {amount}: {address}',
  de: '{shop}: hier ist der Zahlungslink für Ihre Bestellung {order}, {amount}: {address}',
  fr: '{shop}\u00a0: voici le lien de paiement de votre commande {order}, {amount}\u00a0: {address}',
  es: '{shop}: este es el enlace de pago de su pedido {order}, {amount}: {address}',
  it: '{shop}: ecco il link di pagamento del suo ordine {order}, {amount}: {address}',
  id: '{shop}: ini tautan pembayaran untuk pesanan Anda {order}, {amount}: {address}',
};

/** With `{shop}`, `{order}`, `{amount}` and `{address}` to be filled in. Regions are forgiven; others read English. */
export function shareText(language: string): string {
  return SHARE[language.slice(0, 2).toLowerCase()] ?? SHARE['en'] ?? '';
}
