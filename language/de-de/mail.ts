import type { TextsOf } from '../../system/language';
import type { mail as english } from '../en-gb/mail';

export const mail = {
  band_demo: 'Demo: Diese E-Mail kommt von einem Probeshop. Es fließt kein echtes Geld.',
  band_test: 'Testmodus: Es fließt kein echtes Geld.',
  greeting: 'Guten Tag {name},',
  greeting_nobody: 'Guten Tag,',

  subject_payment_link: 'Zahlungslink für Bestellung {order} – {shop}',
  subject_payment_request: 'Zahlungsanforderung von {shop}: {amount}',
  opening_payment_link:
    'vielen Dank für Ihre Bestellung bei {shop}. Mit der Schaltfläche unten bezahlen Sie {amount} sicher online.',
  opening_payment_request: '{shop} bittet Sie um die Zahlung von {amount} für: {description}',

  subject_order: '{shop} - Bestellung {order}',
  opening_order: 'vielen Dank für Ihre Bestellung bei {shop}. Sie ist bei uns eingegangen und wird nun bearbeitet.',

  subject_order_update: '{shop} - Neuigkeiten zu Bestellung {order}',
  opening_order_update: 'es gibt Neuigkeiten zu Ihrer Bestellung {order}. Der Status lautet jetzt: {status}.',

  subject_paid: 'Zahlung für Bestellung {order} erhalten – {shop}',
  opening_paid: 'wir haben Ihre Zahlung von {amount} für die Bestellung {order} erhalten. Herzlichen Dank!',

  subject_expired: 'Der Zahlungslink für Bestellung {order} ist abgelaufen – {shop}',
  opening_expired:
    'der Link zur Zahlung von {amount} für Ihre Bestellung {order} ist abgelaufen, und bei uns ist keine Zahlung eingegangen.',
  expired_what_next:
    'Möchten Sie Ihre Bestellung weiterhin erhalten? Mit der Schaltfläche unten fordern Sie einen neuen Link an.',
  button_new_link: 'Neuen Link anfordern',

  subject_replaced: 'Neuer Betrag für Bestellung {order} – {shop}',
  opening_replaced:
    'Ihre Bestellung {order} wurde geändert. Der zu zahlende Betrag ist jetzt {amount} statt bisher {old}.',
  replaced_what_next:
    'Auch Links in früheren E-Mails führen zum neuen Betrag; Sie können also nicht den falschen bezahlen.',

  subject_refunded: 'Rückerstattung für Bestellung {order} – {shop}',
  opening_refunded: 'wir haben Ihnen {amount} für Ihre Bestellung {order} zurückerstattet.',
  refunded_what_next: 'Je nach Zahlungsart kann es einige Werktage dauern, bis der Betrag bei Ihnen erscheint.',

  subject_reminder: 'Erinnerung: Bestellung {order} wartet auf Ihre Zahlung – {shop}',
  opening_reminder: 'wir möchten Sie freundlich erinnern: {amount} für Ihre Bestellung {order} ist noch offen.',
  reminder_what_next: 'Falls Sie inzwischen bezahlt haben, betrachten Sie diese E-Mail bitte als gegenstandslos.',

  subject_order_alert: '{shop} - Bestellung {order}',
  opening_order_alert: 'eine neue Bestellung von {customer} ist eingegangen.',
  subject_shop_paid: 'Bestellung {order} ist bezahlt: {amount}',
  opening_shop_paid: '{customer} hat {amount} für die Bestellung {order} bezahlt.',
  subject_shop_needs_person: 'Bestellung {order} braucht Ihre Aufmerksamkeit',
  opening_shop_needs_person: 'über den Zahlungslink der Bestellung {order} muss ein Mensch entscheiden.',
  reason: 'Was geschehen ist',
  remedy: 'Was zu tun ist',
  button_open_order: 'Bestellung öffnen',

  button_pay: '{amount} bezahlen',
  button_pay_now: 'Jetzt bezahlen',
  amount_due: 'Zu zahlen',
  amount_before: 'Bisheriger Betrag',
  amount_now: 'Neuer Betrag',
  amount_paid: 'Bezahlt',
  amount_refunded: 'Erstattet',
  pay_by: 'Zahlbar bis',
  expired_on: 'Abgelaufen am',
  paid_on: 'Bezahlt am',
  paid_with: 'Bezahlt mit',
  reference: 'Zahlungsreferenz',
  status: 'Status',
  customer: 'Kunde',

  link_as_text: 'Falls die Schaltfläche nicht funktioniert, öffnen Sie diese Adresse im Browser:',
  qr_hint: 'Oder scannen Sie diesen Code mit Ihrem Telefon.',
  qr_alt: 'QR-Code, der die Zahlungsseite öffnet',
  words_from_shop: 'Eine Nachricht von {shop}',
  comment: 'Kommentar',
  your_comment: 'Ihr Kommentar',

  order_title: 'Bestellung {order}',
  order_of: 'vom {date}',
  payment_method: 'Zahlungsart',
  shipping_method: 'Versandart',
  payment_address: 'Rechnungsadresse',
  shipping_address: 'Lieferadresse',
  both_addresses: 'Rechnungs- und Lieferadresse',
  telephone: 'Telefon',
  email: 'E-Mail',

  questions: 'Haben Sie eine Frage? Antworten Sie einfach auf diese E-Mail.',
  not_you: 'Wenn Sie nichts bestellt haben, brauchen Sie nichts zu tun: Ohne Ihre Zahlung geschieht nichts.',
} satisfies TextsOf<typeof english>;
