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

const SHARE_WITHOUT_ORDER: Readonly<Record<string, string>> = {
  en: '{shop}: here is the payment link for “{description}”, {amount}: {address}',
  nl: '{shop}: hier is de betaallink voor “{description}”, {amount}: {address}',
  de: '{shop}: hier ist der Zahlungslink für „{description}“, {amount}: {address}',
  fr: '{shop}\u00a0: voici le lien de paiement pour «\u00a0{description}\u00a0», {amount}\u00a0: {address}',
  es: '{shop}: este es el enlace de pago de «{description}», {amount}: {address}',
  it: '{shop}: ecco il link di pagamento per «{description}», {amount}: {address}',
  id: '{shop}: ini tautan pembayaran untuk “{description}”, {amount}: {address}',
};

/** With `{shop}`, `{order}`, `{amount}` and `{address}` to be filled in. Regions are forgiven; others read English. */
export function shareText(language: string): string {
  return ofLanguage(SHARE, language);
}

/** The same for a link that no order belongs to: `{description}` says what it is for. */
export function shareTextWithoutOrder(language: string): string {
  return ofLanguage(SHARE_WITHOUT_ORDER, language);
}

function ofLanguage(texts: Readonly<Record<string, string>>, language: string): string {
  return texts[language.slice(0, 2).toLowerCase()] ?? texts['en'] ?? '';
}
