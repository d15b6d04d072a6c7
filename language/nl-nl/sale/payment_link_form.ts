import type { TextsOf } from '../../../system/language';
import type { paymentLinkForm as english } from '../../en-gb/sale/payment_link_form';

export const paymentLinkForm: TextsOf<typeof english> = {
  title: 'Nieuwe betaallink',
  card_what: 'Wat er betaald wordt',
  card_who: 'Wie betaalt',
  card_how: 'De link',
  entry_amount: 'Bedrag',
  help_amount: 'Bijvoorbeeld 12,50.',
  entry_currency: 'Valuta',
  entry_description: 'Omschrijving',
  help_description: 'De klant leest dit op de betaalpagina en in de mail.',
  entry_email: 'E-mail',
  help_email: 'De link wordt hierheen gemaild. Leeg gelaten wordt niemand gemaild: u geeft het adres zelf door.',
  entry_name: 'Naam',
  entry_language: 'Taal',
  entry_lifetime: 'Levensduur (dagen)',
  help_lifetime: 'Leeg gelaten: zoals de instellingen van de betaalprovider zeggen.',
  entry_slug: 'Kort adres',
  example_slug: 'reservesleutel',
  help_slug:
    'Niet verplicht. Met {example} staat de pagina ook op {address}. Kopieer en deel dat adres; mails houden het lange. Een kort adres is te raden, daarom toont de pagina niets over de klant.',
  entry_store: 'Winkel',
  create: 'Link maken',
  made: 'De link {reference} wordt gemaakt. Het adres: {address}',

  error_amount: 'Vul een bedrag boven nul in, met niet meer decimalen dan de valuta heeft.',
  error_currency: 'Vul een ISO-valutacode in, zoals EUR.',
  error_description_missing: 'Zeg waar het geld voor is.',
  error_description_long: 'Hoogstens 200 tekens.',
  error_email: 'Dit is geen e-mailadres.',
  error_language: 'Vul een taalcode in, zoals nl-nl.',
  error_store: 'Deze winkel bestaat niet.',
  error_slug: 'Gebruik 3 tot 64 tekens: woorden van a tot z en 0 tot 9, met telkens één koppelteken ertussen.',
  error_slug_taken: 'Een andere link heeft dit korte adres.',
  error_slug_token: 'Dit lijkt op het lange adres van een link. Maak het een letter langer of korter.',
  error_lifetime: 'Een link leeft van 5 minuten tot 365 dagen.',
};
