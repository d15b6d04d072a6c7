import type { TextsOf } from '../../system/language';
import type { mail as english } from '../en-gb/mail';

export const mail = {
  band_demo: 'Demo: questa e-mail arriva da un negozio di prova. Non si muove denaro vero.',
  band_test: 'Modalità di prova: non si muove denaro vero.',
  greeting: 'Gentile {name},',
  greeting_nobody: 'Buongiorno,',

  subject_payment_link: 'Link di pagamento per l’ordine {order} – {shop}',
  subject_payment_request: 'Richiesta di pagamento da {shop}: {amount}',
  opening_payment_link:
    'grazie per il suo ordine presso {shop}. Con il pulsante qui sotto può pagare {amount} online, in tutta sicurezza.',
  opening_payment_request: '{shop} le chiede di pagare {amount} per: {description}',
  subject_difference: 'Ancora da pagare per l’ordine {order} – {shop}',
  opening_difference:
    'il suo ordine {order} presso {shop} è stato modificato dopo il pagamento. Restano da pagare {amount}: può farlo online, in tutta sicurezza, con il pulsante qui sotto.',

  subject_order: 'Il suo ordine {order} – {shop}',
  opening_order: 'grazie per il suo ordine presso {shop}. Lo abbiamo ricevuto e ce ne stiamo occupando.',

  subject_order_update: 'Novità sull’ordine {order} – {shop}',
  opening_order_update: 'ci sono novità sul suo ordine {order}. Lo stato è ora: {status}.',

  subject_paid: 'Pagamento ricevuto per l’ordine {order} – {shop}',
  opening_paid: 'abbiamo ricevuto il suo pagamento di {amount} per l’ordine {order}. Grazie mille!',
  subject_paid_request: 'Pagamento ricevuto – {shop}',
  opening_paid_request: 'grazie mille! Abbiamo ricevuto il suo pagamento di {amount} per: {description}',

  subject_expired: 'Il link di pagamento dell’ordine {order} è scaduto – {shop}',
  opening_expired:
    'il link per pagare {amount} per il suo ordine {order} è scaduto e non abbiamo ricevuto alcun pagamento.',
  expired_what_next: 'Desidera ancora il suo ordine? Con il pulsante qui sotto può richiedere un nuovo link.',
  subject_expired_request: 'Il suo link di pagamento è scaduto – {shop}',
  opening_expired_request:
    'il link per pagare {amount} è scaduto e non abbiamo ricevuto alcun pagamento. Riguardava: {description}',
  expired_what_next_request: 'Desidera ancora pagare? Con il pulsante qui sotto può richiedere un nuovo link.',
  button_new_link: 'Richiedi un nuovo link',

  subject_replaced: 'Nuovo importo per l’ordine {order} – {shop}',
  opening_replaced: 'il suo ordine {order} è stato modificato. L’importo da pagare è ora {amount} invece di {old}.',
  replaced_what_next:
    'Anche i link delle e-mail precedenti portano al nuovo importo: non è possibile pagare quello sbagliato.',

  subject_refunded: 'Rimborso per l’ordine {order} – {shop}',
  opening_refunded: 'le abbiamo rimborsato {amount} per il suo ordine {order}.',
  subject_refunded_request: 'Rimborso – {shop}',
  opening_refunded_request: 'le abbiamo rimborsato {amount} per: {description}',
  opening_refunded_twice:
    'ha pagato due volte il suo ordine {order}. Le abbiamo rimborsato {amount}; l’ordine resta invariato.',
  opening_refunded_twice_request: 'ha pagato due volte, e le abbiamo rimborsato {amount} per: {description}',
  refunded_what_next:
    'A seconda del metodo di pagamento, possono servire alcuni giorni lavorativi prima dell’accredito.',

  subject_reminder: 'Promemoria: l’ordine {order} è in attesa di pagamento – {shop}',
  opening_reminder: 'le ricordiamo cortesemente che restano da pagare {amount} per il suo ordine {order}.',
  reminder_what_next: 'Se nel frattempo ha già pagato, non tenga conto di questa e-mail.',

  subject_order_alert: 'Nuovo ordine {order} – {shop}',
  opening_order_alert: 'è arrivato un nuovo ordine da {customer}.',
  subject_shop_paid: 'L’ordine {order} è pagato: {amount}',
  opening_shop_paid: '{customer} ha pagato {amount} per l’ordine {order}.',
  subject_shop_paid_request: 'Il link di pagamento {order} è pagato: {amount}',
  opening_shop_paid_request: '{customer} ha pagato {amount} per: {description}',
  subject_shop_needs_person: 'L’ordine {order} richiede la sua attenzione',
  opening_shop_needs_person: 'il link di pagamento dell’ordine {order} richiede una sua decisione.',
  subject_shop_needs_person_request: 'Il link di pagamento {order} richiede la sua attenzione',
  opening_shop_needs_person_request: 'il link di pagamento {order} richiede una sua decisione. Riguarda: {description}',
  reason: 'Che cosa è successo',
  remedy: 'Che cosa fare',
  button_open_order: 'Apri l’ordine',

  button_pay: 'Paga {amount}',
  button_pay_now: 'Paga ora',
  amount: 'Importo',
  amount_due: 'Da pagare',
  amount_before: 'Importo precedente',
  amount_now: 'Nuovo importo',
  amount_paid: 'Pagato',
  amount_refunded: 'Rimborsato',
  pay_by: 'Da pagare entro il',
  expired_on: 'Scaduto il',
  paid_on: 'Pagato il',
  paid_with: 'Pagato con',
  reference: 'Riferimento del pagamento',
  status: 'Stato',
  customer: 'Cliente',

  link_as_text: 'Se il pulsante non funziona, apra questo indirizzo nel browser:',
  qr_hint: 'Oppure inquadri questo codice con il telefono.',
  qr_alt: 'Codice QR che apre la pagina di pagamento',
  words_from_shop: 'Un messaggio da {shop}',
  comment: 'Commento',
  your_comment: 'Il suo commento',

  with_tax: 'imposte incluse',
  order_title: 'Ordine {order}',
  order_of: 'effettuato il {date}',
  payment_method: 'Metodo di pagamento',
  shipping_method: 'Metodo di spedizione',
  payment_address: 'Indirizzo di fatturazione',
  shipping_address: 'Indirizzo di spedizione',
  both_addresses: 'Indirizzo di fatturazione e spedizione',
  telephone: 'Telefono',
  email: 'E-mail',

  questions: 'Ha una domanda? Risponda semplicemente a questa e-mail.',
  not_you: 'Se non ha ordinato nulla, non deve fare niente: senza il suo pagamento non succede nulla.',
  not_you_request:
    'Se non si aspettava questa richiesta, non deve fare niente: senza il suo pagamento non succede nulla.',
} satisfies TextsOf<typeof english>;
