import type { TextsOf } from '../../../system/language';
import type { linkInfo as english } from '../../en-gb/sale/link_info';

export const linkInfo = {
  title: 'Betaallink {reference}',
  panel_about: 'Wat er te betalen is',
  panel_payer: 'Wie betaalt',
  no_name: 'Geen naam',
  no_email: 'Geen e-mailadres: mails over deze link gaan naar niemand.',
  amount: 'Bedrag',
  description: 'Omschrijving',
  language: 'Taal',
  store: 'Winkel',
  short_address: 'Kort adres',
  made: 'Gemaakt {date}',
  panel: {
    link_being_made: 'De betaalprovider wordt gevraagd. Dat duurt een seconde of twee.',
    link_on_its_way: 'De klant is begonnen te betalen. Sommige methoden duren dagen.',
    mail_no_address:
      'Niet gemaild: deze link heeft geen e-mailadres. Kopieer de link, of stuur die hieronder naar een adres.',
    cancel_sentence: 'Niemand kan er nog mee betalen, ook niet als er al een betaling loopt.',
    paid_twice: 'De link was al betaald. Deze betaling kwam erbovenop.',
  },
} satisfies TextsOf<typeof english>;
