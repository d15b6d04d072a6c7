import type { TextsOf } from '../../system/language';
import type { pay as english } from '../en-gb/pay';

export const pay = {
  band_demo: 'Démo\u00a0: paiements de test, aucun argent réel ne circule',
  band_test: 'Mode test\u00a0: aucun argent réel ne circule',
  page_title: '{what} – {shop}',
  order: 'Commande {order}',
  placed: 'passée le {date}',
  payment_request: 'Demande de paiement',
  difference: 'Reste à payer pour la commande {order}, modifiée après son paiement.',
  lines: 'Ce que vous avez commandé et son prix',
  product: 'Article',
  amount: 'Montant',
  with_tax: 'taxes comprises',
  already_paid: 'Déjà payé',
  to_pay: 'À payer',
  paid: 'Payé',
  pay: 'Payer {amount}',
  pay_by: 'Merci de payer avant le {date}',
  secure: 'Vous choisirez le mode de paiement sur la page sécurisée du prestataire.',
  print: 'Cette page en ligne\u00a0:',
  language: 'Langue',
  questions: 'Une question\u00a0? Adressez-vous à {shop}\u00a0:',

  heading_being_made: 'Votre page de paiement est en préparation',
  sentence_being_made: 'Cela prend quelques secondes. La page s’actualise d’elle-même.',
  heading_being_made_long: 'Votre page de paiement est toujours en préparation',
  sentence_being_made_long:
    'C’est plus long que d’habitude. Vous pouvez fermer la page\u00a0; le lien reçu par e-mail reste valable.',
  heading_checking: 'Nous vérifions votre paiement',
  sentence_checking: 'Nous demandons au prestataire si votre paiement est arrivé. La page s’actualise d’elle-même.',
  heading_on_its_way: 'Votre paiement est en route',
  sentence_on_its_way:
    'Si vous avez choisi un virement, effectuez-le avec les indications que vous avez reçues. Sinon, vous n’avez plus rien à faire. Dès l’arrivée du paiement, vous recevrez une confirmation par e-mail.',
  heading_being_checked: 'Nous avons reçu un paiement de {paid}',
  sentence_being_checked: 'Ce n’est pas le montant demandé. {shop} s’en occupe et prendra contact avec vous.',
  heading_paid: 'Payé, merci\u00a0!',
  sentence_paid: '{shop} a reçu votre paiement de {paid}.',
  heading_partly_refunded: 'Payé et remboursé en partie',
  sentence_partly_refunded: '{shop} vous a remboursé {refunded} sur {paid}.',
  heading_refunded: 'Remboursé',
  sentence_refunded: '{shop} vous a remboursé la totalité, soit {refunded}.',
  heading_reversed: 'Le paiement a été annulé',
  sentence_reversed: 'Votre banque ou l’émetteur de votre carte a annulé ce paiement. Veuillez contacter {shop}.',
  heading_paid_otherwise: 'Il n’y a plus rien à payer',
  sentence_paid_otherwise: '{shop} a noté que le paiement a été effectué autrement.',
  heading_expired: 'Ce lien de paiement a expiré',
  sentence_expired:
    'Il n’était valable qu’un certain temps. Aucun paiement ne nous est parvenu et rien n’a été débité.',
  heading_cancelled: 'Ce lien de paiement a été annulé',
  sentence_cancelled: 'Il ne peut plus servir. Si vous souhaitez tout de même payer, veuillez contacter {shop}.',
  heading_ended: 'Ce lien de paiement est fermé',
  sentence_ended: 'Le prestataire l’a fermé avant tout paiement, et rien n’a été débité.',
  heading_failed: 'Ce paiement est impossible pour le moment',
  sentence_failed: '{shop} en est informé et prendra contact avec vous.',

  note_amount_changed:
    'Le montant a changé depuis que vous avez ouvert cette page. Veuillez le vérifier avant de payer.',
  note_cancelled: 'Vous n’avez pas payé. Vous pouvez réessayer quand vous voulez.',
  note_declined:
    'Votre dernière tentative n’a pas abouti et rien n’a été débité. Vous pouvez réessayer, éventuellement avec un autre mode de paiement.',
  note_not_arrived:
    'Nous n’avons encore connaissance d’aucun paiement. Si vous venez de payer, ne payez pas une seconde fois\u00a0: la confirmation peut prendre quelques minutes.',
  another_way: 'Vous n’avez finalement pas payé\u00a0?',
  another_way_hint:
    'Ne continuez que si vous avez la certitude que le paiement précédent n’aura pas lieu\u00a0; sinon vous paieriez deux fois.',
  another_way_button: 'Payer autrement',

  paid_on: 'Payé le',
  paid_with: 'Payé avec',
  chosen_method: 'Mode de paiement choisi',
  refunded: 'Remboursé',
  reference: 'Référence',

  send_new: 'Envoyez-moi un nouveau lien',
  send_new_to: 'Il sera envoyé à {address}',
  address_on_file: 'l’adresse que nous connaissons',
  asked_on_its_way: 'Un nouveau lien est en route vers {address}.',
  asked_too_often:
    'Nous vous avons envoyé un lien il y a peu. Vérifiez votre messagerie, y compris les courriers indésirables.',
  asked_not_possible: 'Aucun nouveau lien ne peut être envoyé. Veuillez contacter {shop}.',

  unknown_title: 'Cette page n’existe pas',
  unknown_text:
    'L’adresse a peut-être été coupée ou mal recopiée. Ouvrez de nouveau le lien de votre e-mail, ou copiez-le en entier.',
  broken_title: 'Un problème est survenu',
  broken_text: 'Cette erreur n’a entraîné aucun débit. Veuillez réessayer dans un instant.',
  broken_reference: 'Si cela se reproduit, indiquez ce numéro à la boutique\u00a0: {reference}',
  refused_title: 'Cela n’a pas fonctionné',
  refused_text: 'Veuillez revenir en arrière, actualiser la page et réessayer.',
} satisfies TextsOf<typeof english>;
