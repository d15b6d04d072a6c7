import type { TextsOf } from '../../system/language';
import type { mail as english } from '../en-gb/mail';

export const mail = {
  band_demo: 'Demo: deze mail komt van een proefwinkel. Er wordt geen echt geld overgemaakt.',
  band_test: 'Testmodus: er wordt geen echt geld overgemaakt.',
  greeting: 'Beste {name},',
  greeting_nobody: 'Goedendag,',

  subject_payment_link: 'Betaallink voor bestelling {order} – {shop}',
  subject_payment_request: 'Betaalverzoek van {shop}: {amount}',
  opening_payment_link:
    'Bedankt voor uw bestelling bij {shop}. Met de knop hieronder betaalt u {amount} veilig online.',
  opening_payment_request: '{shop} vraagt u {amount} te betalen voor: {description}',
  subject_difference: 'Nog te betalen voor bestelling {order} – {shop}',
  opening_difference:
    'Uw bestelling {order} bij {shop} is gewijzigd nadat u had betaald. Er staat nog {amount} open; met de knop hieronder betaalt u dat veilig online.',

  subject_order: 'Uw bestelling {order} – {shop}',
  opening_order: 'Bedankt voor uw bestelling bij {shop}. We hebben die ontvangen en gaan ermee aan de slag.',

  subject_order_update: 'Nieuws over bestelling {order} – {shop}',
  opening_order_update: 'Er is nieuws over uw bestelling {order}. De status is nu: {status}.',

  subject_paid: 'Betaling ontvangen voor bestelling {order} – {shop}',
  opening_paid: 'We hebben uw betaling van {amount} voor bestelling {order} ontvangen. Hartelijk dank!',
  subject_paid_request: 'Betaling ontvangen – {shop}',
  opening_paid_request: 'Hartelijk dank! We hebben uw betaling van {amount} ontvangen voor: {description}',

  subject_expired: 'De betaallink voor bestelling {order} is verlopen – {shop}',
  opening_expired:
    'De link om {amount} voor uw bestelling {order} te betalen is verlopen, en we hebben geen betaling ontvangen.',
  expired_what_next: 'Wilt u uw bestelling toch nog? Met de knop hieronder vraagt u een nieuwe link aan.',
  subject_expired_request: 'Uw betaallink is verlopen – {shop}',
  opening_expired_request:
    'De link om {amount} te betalen is verlopen, en we hebben geen betaling ontvangen. Het ging om: {description}',
  expired_what_next_request: 'Wilt u toch nog betalen? Met de knop hieronder vraagt u een nieuwe link aan.',
  button_new_link: 'Nieuwe link aanvragen',

  subject_replaced: 'Nieuw bedrag voor bestelling {order} – {shop}',
  opening_replaced: 'Uw bestelling {order} is gewijzigd. Het te betalen bedrag is nu {amount} in plaats van {old}.',
  replaced_what_next:
    'Ook links in eerdere mails leiden naar het nieuwe bedrag; u kunt dus niet het verkeerde betalen.',

  subject_refunded: 'Terugbetaling voor bestelling {order} – {shop}',
  opening_refunded: 'We hebben {amount} voor uw bestelling {order} terugbetaald.',
  subject_refunded_request: 'Terugbetaling – {shop}',
  opening_refunded_request: 'We hebben {amount} terugbetaald voor: {description}',
  opening_refunded_twice:
    'U hebt twee keer betaald voor uw bestelling {order}. We hebben {amount} terugbetaald; de bestelling blijft zoals zij is.',
  opening_refunded_twice_request: 'U hebt twee keer betaald, en we hebben {amount} terugbetaald voor: {description}',
  refunded_what_next: 'Afhankelijk van hoe u betaald hebt, kan het enkele werkdagen duren voordat u het bedrag ziet.',

  subject_reminder: 'Herinnering: bestelling {order} wacht op uw betaling – {shop}',
  opening_reminder: 'Een vriendelijke herinnering: {amount} voor uw bestelling {order} staat nog open.',
  reminder_what_next: 'Hebt u intussen betaald? Dan kunt u deze mail als niet verzonden beschouwen.',

  subject_order_alert: 'Nieuwe bestelling {order} – {shop}',
  opening_order_alert: 'Er is een nieuwe bestelling binnengekomen van {customer}.',
  subject_shop_paid: 'Bestelling {order} is betaald: {amount}',
  opening_shop_paid: '{customer} heeft {amount} betaald voor bestelling {order}.',
  subject_shop_paid_request: 'Betaallink {order} is betaald: {amount}',
  opening_shop_paid_request: '{customer} heeft {amount} betaald voor: {description}',
  subject_shop_needs_person: 'Bestelling {order} heeft uw aandacht nodig',
  opening_shop_needs_person: 'Over de betaallink van bestelling {order} moet iemand beslissen.',
  subject_shop_needs_person_request: 'Betaallink {order} heeft uw aandacht nodig',
  opening_shop_needs_person_request: 'Over betaallink {order} moet iemand beslissen. Het gaat om: {description}',
  reason: 'Wat er gebeurd is',
  remedy: 'Wat u kunt doen',
  button_open_order: 'Bestelling openen',

  button_pay: '{amount} betalen',
  button_pay_now: 'Nu betalen',
  amount: 'Bedrag',
  amount_due: 'Te betalen',
  amount_before: 'Bedrag eerst',
  amount_now: 'Bedrag nu',
  amount_paid: 'Betaald',
  amount_refunded: 'Terugbetaald',
  pay_by: 'Betalen vóór',
  expired_on: 'Verlopen op',
  paid_on: 'Betaald op',
  paid_with: 'Betaald met',
  reference: 'Betalingskenmerk',
  status: 'Status',
  customer: 'Klant',

  link_as_text: 'Werkt de knop niet? Open dan dit adres in uw browser:',
  qr_hint: 'Of scan deze code met uw telefoon.',
  qr_alt: 'QR-code die de betaalpagina opent',
  words_from_shop: 'Een bericht van {shop}',
  comment: 'Opmerking',
  your_comment: 'Uw opmerking',

  with_tax: 'incl. belasting',
  order_title: 'Bestelling {order}',
  order_of: 'geplaatst op {date}',
  payment_method: 'Betaalmethode',
  shipping_method: 'Verzendmethode',
  payment_address: 'Factuuradres',
  shipping_address: 'Bezorgadres',
  both_addresses: 'Factuur- en bezorgadres',
  telephone: 'Telefoon',
  email: 'E-mail',

  questions: 'Hebt u een vraag? Beantwoord dan gewoon deze mail.',
  not_you: 'Hebt u dit niet besteld? Dan hoeft u niets te doen: zonder uw betaling gebeurt er niets.',
  not_you_request: 'Verwachtte u dit verzoek niet? Dan hoeft u niets te doen: zonder uw betaling gebeurt er niets.',
} satisfies TextsOf<typeof english>;
