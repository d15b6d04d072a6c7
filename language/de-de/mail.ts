import type { TextsOf } from '../../system/language';
import type { mail as english } from '../en-gb/mail';

export const mail = {
  band_demo: 'Demo: Diese E-Mail kommt von einem Demo-Shop. Es fließt kein echtes Geld.',
  band_test: 'Testmodus: Es fließt kein echtes Geld.',
  greeting: 'Guten Tag {name},',
  greeting_nobody: 'Guten Tag,',

  subject_payment_link: 'Zahlungslink für Bestellung {order} – {shop}',
  subject_payment_request: 'Zahlungsanforderung von {shop}: {amount}',
  opening_payment_link:
    'vielen Dank für Ihre Bestellung bei {shop}. Mit der Schaltfläche unten bezahlen Sie {amount} sicher online.',
  opening_payment_request: '{shop} bittet Sie um die Zahlung von {amount} für: {description}',
  subject_difference: 'Noch zu zahlen für Bestellung {order} – {shop}',
  opening_difference:
    'Ihre Bestellung {order} bei {shop} wurde nach Ihrer Zahlung geändert. {amount} sind noch offen; mit der Schaltfläche unten bezahlen Sie den Betrag sicher online.',

  subject_order: 'Ihre Bestellung {order} – {shop}',
  opening_order: 'vielen Dank für Ihre Bestellung bei {shop}. Sie ist bei uns eingegangen und wird nun bearbeitet.',

  subject_order_update: 'Neuigkeiten zu Bestellung {order} – {shop}',
  opening_order_update: 'es gibt Neuigkeiten zu Ihrer Bestellung {order}. Der Status lautet jetzt: {status}.',

  subject_paid: 'Zahlung für Bestellung {order} erhalten – {shop}',
  opening_paid: 'wir haben Ihre Zahlung von {amount} für die Bestellung {order} erhalten. Herzlichen Dank!',
  subject_paid_request: 'Zahlung erhalten – {shop}',
  opening_paid_request: 'herzlichen Dank! Wir haben Ihre Zahlung von {amount} erhalten für: {description}',

  subject_expired: 'Der Zahlungslink für Bestellung {order} ist abgelaufen – {shop}',
  opening_expired:
    'der Link zur Zahlung von {amount} für Ihre Bestellung {order} ist abgelaufen, und bei uns ist keine Zahlung eingegangen.',
  expired_what_next:
    'Möchten Sie Ihre Bestellung weiterhin erhalten? Mit der Schaltfläche unten fordern Sie einen neuen Link an.',
  subject_expired_request: 'Ihr Zahlungslink ist abgelaufen – {shop}',
  opening_expired_request:
    'der Link zur Zahlung von {amount} ist abgelaufen, und bei uns ist keine Zahlung eingegangen. Es ging um: {description}',
  expired_what_next_request:
    'Möchten Sie dennoch bezahlen? Mit der Schaltfläche unten fordern Sie einen neuen Link an.',
  button_new_link: 'Neuen Link anfordern',

  subject_replaced: 'Neuer Betrag für Bestellung {order} – {shop}',
  opening_replaced:
    'Ihre Bestellung {order} wurde geändert. Der zu zahlende Betrag ist jetzt {amount} statt bisher {old}.',
  replaced_what_next:
    'Auch Links in früheren E-Mails führen zum neuen Betrag; Sie können also nicht den falschen bezahlen.',

  subject_refunded: 'Rückerstattung für Bestellung {order} – {shop}',
  opening_refunded: 'wir haben Ihnen {amount} für Ihre Bestellung {order} zurückerstattet.',
  subject_refunded_request: 'Rückerstattung – {shop}',
  opening_refunded_request: 'wir haben Ihnen {amount} zurückerstattet für: {description}',
  opening_refunded_twice:
    'Sie haben Ihre Bestellung {order} zweimal bezahlt. Wir haben Ihnen {amount} zurückerstattet; die Bestellung bleibt, wie sie ist.',
  opening_refunded_twice_request:
    'Sie haben zweimal bezahlt, und wir haben Ihnen {amount} zurückerstattet für: {description}',
  refunded_what_next: 'Je nach Zahlungsart kann es einige Werktage dauern, bis der Betrag bei Ihnen erscheint.',

  subject_reminder: 'Erinnerung: Bestellung {order} wartet auf Ihre Zahlung – {shop}',
  opening_reminder: 'wir möchten Sie freundlich erinnern: {amount} für Ihre Bestellung {order} ist noch offen.',
  reminder_what_next: 'Falls Sie inzwischen bezahlt haben, betrachten Sie diese E-Mail bitte als gegenstandslos.',

  subject_order_alert: 'Neue Bestellung {order} – {shop}',
  opening_order_alert: 'eine neue Bestellung von {customer} ist eingegangen.',
  subject_shop_paid: 'Bestellung {order} ist bezahlt: {amount}',
  opening_shop_paid: '{customer} hat {amount} für die Bestellung {order} bezahlt.',
  subject_shop_paid_request: 'Zahlungslink {order} ist bezahlt: {amount}',
  opening_shop_paid_request: '{customer} hat {amount} bezahlt für: {description}',
  subject_shop_needs_person: 'Bestellung {order} braucht Ihre Aufmerksamkeit',
  opening_shop_needs_person: 'beim Zahlungslink der Bestellung {order} ist eine Entscheidung von Ihnen gefragt.',
  subject_shop_needs_person_request: 'Zahlungslink {order} braucht Ihre Aufmerksamkeit',
  opening_shop_needs_person_request:
    'beim Zahlungslink {order} ist eine Entscheidung von Ihnen gefragt. Es geht um: {description}',
  reason: 'Was geschehen ist',
  remedy: 'Was zu tun ist',
  button_open_order: 'Bestellung öffnen',

  button_pay: '{amount} bezahlen',
  button_pay_now: 'Jetzt bezahlen',
  amount: 'Betrag',
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

  with_tax: 'inkl. Steuer',
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
  not_you_request:
    'Wenn Sie diese Anforderung nicht erwartet haben, brauchen Sie nichts zu tun: Ohne Ihre Zahlung geschieht nichts.',
} satisfies TextsOf<typeof english>;
