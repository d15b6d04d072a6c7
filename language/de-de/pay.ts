import type { TextsOf } from '../../system/language';
import type { pay as english } from '../en-gb/pay';

export const pay = {
  band_demo: 'Demo: Zahlungen gehen an die Testumgebung, es fließt kein echtes Geld',
  band_test: 'Testmodus: Es fließt kein echtes Geld',
  page_title: '{what} – {shop}',
  order: 'Bestellung {order}',
  placed: 'aufgegeben am {date}',
  payment_request: 'Zahlungsanforderung',
  difference: 'Noch offener Betrag der Bestellung {order}, die nach der Zahlung geändert wurde.',
  lines: 'Was Sie bestellt haben und was es kostet',
  product: 'Artikel',
  amount: 'Betrag',
  with_tax: 'inkl. Steuer',
  already_paid: 'Bereits bezahlt',
  to_pay: 'Zu zahlen',
  paid: 'Bezahlt',
  pay: '{amount} bezahlen',
  pay_by: 'Bitte zahlen Sie bis zum {date}',
  secure: 'Die Zahlungsart wählen Sie auf der sicheren Seite des Zahlungsdienstes.',
  print: 'Diese Seite im Internet:',
  language: 'Sprache',
  questions: 'Haben Sie eine Frage? Wenden Sie sich an {shop}:',

  heading_being_made: 'Ihre Zahlungsseite wird vorbereitet',
  sentence_being_made: 'Das dauert einige Sekunden. Die Seite aktualisiert sich von selbst.',
  heading_being_made_long: 'Ihre Zahlungsseite wird noch vorbereitet',
  sentence_being_made_long:
    'Das dauert länger als üblich. Sie können die Seite schließen; der Link in Ihrer E-Mail bleibt gültig.',
  heading_checking: 'Wir prüfen Ihre Zahlung',
  sentence_checking:
    'Wir fragen beim Zahlungsdienst nach, ob Ihre Zahlung eingegangen ist. Die Seite aktualisiert sich von selbst.',
  heading_on_its_way: 'Ihre Zahlung ist unterwegs',
  sentence_on_its_way:
    'Haben Sie eine Überweisung gewählt, überweisen Sie bitte mit den Angaben, die Sie dabei erhalten haben; sonst müssen Sie nichts weiter tun. Sobald die Zahlung eingeht, erhalten Sie eine Bestätigung per E-Mail.',
  heading_being_checked: 'Wir haben eine Zahlung von {paid} erhalten',
  sentence_being_checked: 'Das ist nicht der angeforderte Betrag. {shop} prüft das und meldet sich bei Ihnen.',
  heading_paid: 'Bezahlt – vielen Dank!',
  sentence_paid: '{shop} hat Ihre Zahlung von {paid} erhalten.',
  heading_partly_refunded: 'Bezahlt und teilweise erstattet',
  sentence_partly_refunded: '{shop} hat Ihnen {refunded} von {paid} erstattet.',
  heading_refunded: 'Erstattet',
  sentence_refunded: '{shop} hat Ihnen den ganzen Betrag von {refunded} erstattet.',
  heading_reversed: 'Die Zahlung wurde zurückgebucht',
  sentence_reversed:
    'Ihre Bank oder Ihr Kartenanbieter hat diese Zahlung zurückgebucht. Bitte wenden Sie sich an {shop}.',
  heading_paid_otherwise: 'Es ist nichts mehr zu zahlen',
  sentence_paid_otherwise: '{shop} hat vermerkt, dass auf anderem Weg bezahlt wurde.',
  heading_expired: 'Dieser Zahlungslink ist abgelaufen',
  sentence_expired:
    'Er war nur für begrenzte Zeit gültig. Bei uns ist keine Zahlung eingegangen, und es wurde nichts abgebucht.',
  heading_cancelled: 'Dieser Zahlungslink wurde zurückgezogen',
  sentence_cancelled:
    'Damit kann nicht mehr bezahlt werden. Möchten Sie dennoch zahlen, wenden Sie sich bitte an {shop}.',
  heading_ended: 'Dieser Zahlungslink ist geschlossen',
  sentence_ended: 'Der Zahlungsdienst hat ihn vor einer Zahlung geschlossen; es wurde nichts abgebucht.',
  heading_failed: 'Die Zahlung ist zurzeit nicht möglich',
  sentence_failed: '{shop} weiß davon und meldet sich bei Ihnen.',

  note_amount_changed:
    'Der Betrag hat sich geändert, seit Sie diese Seite geöffnet haben. Bitte sehen Sie ihn sich an, bevor Sie bezahlen.',
  note_cancelled: 'Sie haben nicht bezahlt. Sie können es jederzeit noch einmal versuchen.',
  note_declined:
    'Ihr letzter Versuch war nicht erfolgreich, und es wurde nichts abgebucht. Sie können es noch einmal versuchen, auch mit einer anderen Zahlungsart.',
  note_not_arrived:
    'Uns liegt noch keine Zahlung vor. Wenn Sie gerade bezahlt haben, zahlen Sie bitte nicht noch einmal: Die Bestätigung kann einige Minuten dauern.',
  another_way: 'Haben Sie doch nicht bezahlt?',
  another_way_hint:
    'Fahren Sie nur fort, wenn Sie sicher sind, dass die frühere Zahlung nicht ausgeführt wird; sonst zahlen Sie doppelt.',
  another_way_button: 'Auf andere Art bezahlen',

  paid_on: 'Bezahlt am',
  paid_with: 'Bezahlt mit',
  chosen_method: 'Gewählte Zahlungsart',
  refunded: 'Erstattet',
  reference: 'Referenz',

  send_new: 'Neuen Link zusenden',
  send_new_to: 'Er geht an {address}',
  address_on_file: 'die uns bekannte Adresse',
  asked_on_its_way: 'Ein neuer Link ist unterwegs an {address}.',
  asked_too_often:
    'Wir haben Ihnen vor Kurzem einen Link geschickt. Bitte sehen Sie in Ihrem Postfach nach, auch im Spam-Ordner.',
  asked_not_possible: 'Ein neuer Link kann nicht gesendet werden. Bitte wenden Sie sich an {shop}.',

  unknown_title: 'Diese Seite gibt es nicht',
  unknown_text:
    'Vielleicht ist die Adresse unvollständig oder enthält einen Tippfehler. Bitte öffnen Sie den Link in Ihrer E-Mail noch einmal, oder kopieren Sie ihn vollständig.',
  broken_title: 'Hier ist etwas schiefgelaufen',
  broken_text: 'Durch diesen Fehler wurde nichts abgebucht. Bitte versuchen Sie es gleich noch einmal.',
  broken_reference: 'Sollte das noch einmal passieren, nennen Sie dem Shop bitte diese Nummer: {reference}',
  refused_title: 'Das hat nicht geklappt',
  refused_text: 'Bitte gehen Sie zurück, laden Sie die Seite neu und versuchen Sie es noch einmal.',
} satisfies TextsOf<typeof english>;
