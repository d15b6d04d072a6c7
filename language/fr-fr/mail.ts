import type { TextsOf } from '../../system/language';
import type { mail as english } from '../en-gb/mail';

export const mail = {
  band_demo: 'Démo\u00a0: ce message vient d’une boutique d’essai. Aucun argent réel ne circule.',
  band_test: 'Mode test\u00a0: aucun argent réel ne circule.',
  greeting: 'Bonjour {name},',
  greeting_nobody: 'Bonjour,',

  subject_payment_link: 'Lien de paiement pour la commande {order} – {shop}',
  subject_payment_request: 'Demande de paiement de {shop}\u00a0: {amount}',
  opening_payment_link:
    'Merci pour votre commande chez {shop}. Vous pouvez régler {amount} en ligne, en toute sécurité, avec le bouton ci-dessous.',
  opening_payment_request: '{shop} vous demande de régler {amount} pour\u00a0: {description}',
  subject_difference: 'Reste à payer pour la commande {order} – {shop}',
  opening_difference:
    'Votre commande {order} chez {shop} a été modifiée après votre paiement. Il reste {amount} à régler\u00a0; vous pouvez le faire en ligne, en toute sécurité, avec le bouton ci-dessous.',

  subject_order: 'Votre commande {order} – {shop}',
  opening_order: 'Merci pour votre commande chez {shop}. Nous l’avons bien reçue et nous nous en occupons.',

  subject_order_update: 'Des nouvelles de la commande {order} – {shop}',
  opening_order_update: 'Il y a du nouveau pour votre commande {order}. Son état est maintenant\u00a0: {status}.',

  subject_paid: 'Paiement reçu pour la commande {order} – {shop}',
  opening_paid: 'Nous avons bien reçu votre paiement de {amount} pour la commande {order}. Merci beaucoup\u00a0!',
  subject_paid_request: 'Paiement reçu – {shop}',
  opening_paid_request:
    'Merci beaucoup\u00a0! Nous avons bien reçu votre paiement de {amount} pour\u00a0: {description}',

  subject_expired: 'Le lien de paiement de la commande {order} a expiré – {shop}',
  opening_expired:
    'Le lien pour régler {amount} pour votre commande {order} a expiré, et nous n’avons reçu aucun paiement.',
  expired_what_next:
    'Souhaitez-vous toujours votre commande\u00a0? Demandez un nouveau lien avec le bouton ci-dessous.',
  subject_expired_request: 'Votre lien de paiement a expiré – {shop}',
  opening_expired_request:
    'Le lien pour régler {amount} a expiré, et nous n’avons reçu aucun paiement. Il concernait\u00a0: {description}',
  expired_what_next_request: 'Souhaitez-vous toujours payer\u00a0? Demandez un nouveau lien avec le bouton ci-dessous.',
  button_new_link: 'Demander un nouveau lien',

  subject_replaced: 'Nouveau montant pour la commande {order} – {shop}',
  opening_replaced:
    'Votre commande {order} a été modifiée. Le montant à régler est désormais de {amount} au lieu de {old}.',
  replaced_what_next:
    'Les liens des messages précédents mènent eux aussi au nouveau montant\u00a0: vous ne pouvez pas vous tromper.',

  subject_refunded: 'Remboursement pour la commande {order} – {shop}',
  opening_refunded: 'Nous vous avons remboursé {amount} pour votre commande {order}.',
  subject_refunded_request: 'Remboursement – {shop}',
  opening_refunded_request: 'Nous vous avons remboursé {amount} pour\u00a0: {description}',
  opening_refunded_twice:
    'Vous avez payé deux fois votre commande {order}. Nous vous avons remboursé {amount}, et la commande reste inchangée.',
  opening_refunded_twice_request:
    'Vous avez payé deux fois, et nous vous avons remboursé {amount} pour\u00a0: {description}',
  refunded_what_next:
    'Selon votre moyen de paiement, quelques jours ouvrés peuvent passer avant que le montant apparaisse.',

  subject_reminder: 'Rappel\u00a0: la commande {order} attend votre paiement – {shop}',
  opening_reminder: 'Nous nous permettons de vous rappeler que {amount} reste à régler pour votre commande {order}.',
  reminder_what_next: 'Si vous avez payé entre-temps, veuillez ne pas tenir compte de ce message.',

  subject_order_alert: 'Nouvelle commande {order} – {shop}',
  opening_order_alert: 'Une nouvelle commande de {customer} est arrivée.',
  subject_shop_paid: 'La commande {order} est payée\u00a0: {amount}',
  opening_shop_paid: '{customer} a payé {amount} pour la commande {order}.',
  subject_shop_paid_request: 'Le lien de paiement {order} est payé\u00a0: {amount}',
  opening_shop_paid_request: '{customer} a payé {amount} pour\u00a0: {description}',
  subject_shop_needs_person: 'La commande {order} demande votre attention',
  opening_shop_needs_person: 'Le lien de paiement de la commande {order} attend une décision de votre part.',
  subject_shop_needs_person_request: 'Le lien de paiement {order} demande votre attention',
  opening_shop_needs_person_request:
    'Le lien de paiement {order} attend une décision de votre part. Il concerne\u00a0: {description}',
  reason: 'Ce qui s’est passé',
  remedy: 'Ce qu’il faut faire',
  button_open_order: 'Ouvrir la commande',

  button_pay: 'Payer {amount}',
  button_pay_now: 'Payer maintenant',
  amount: 'Montant',
  amount_due: 'À payer',
  amount_before: 'Ancien montant',
  amount_now: 'Nouveau montant',
  amount_paid: 'Payé',
  amount_refunded: 'Remboursé',
  pay_by: 'À payer avant le',
  expired_on: 'Expiré le',
  paid_on: 'Payé le',
  paid_with: 'Payé avec',
  reference: 'Référence du paiement',
  status: 'État',
  customer: 'Client',

  link_as_text: 'Si le bouton ne fonctionne pas, ouvrez cette adresse dans votre navigateur\u00a0:',
  qr_hint: 'Ou scannez ce code avec votre téléphone.',
  qr_alt: 'Code QR qui ouvre la page de paiement',
  words_from_shop: 'Un message de {shop}',
  comment: 'Commentaire',
  your_comment: 'Votre commentaire',

  with_tax: 'taxes comprises',
  order_title: 'Commande {order}',
  order_of: 'passée le {date}',
  payment_method: 'Mode de paiement',
  shipping_method: 'Mode de livraison',
  payment_address: 'Adresse de facturation',
  shipping_address: 'Adresse de livraison',
  both_addresses: 'Adresse de facturation et de livraison',
  telephone: 'Téléphone',
  email: 'E-mail',

  questions: 'Une question\u00a0? Répondez simplement à ce message.',
  not_you:
    'Si vous n’avez rien commandé, vous n’avez rien à faire\u00a0: sans paiement de votre part, il ne se passe rien.',
  not_you_request:
    'Si vous n’attendiez pas cette demande, vous n’avez rien à faire\u00a0: sans paiement de votre part, il ne se passe rien.',
} satisfies TextsOf<typeof english>;
