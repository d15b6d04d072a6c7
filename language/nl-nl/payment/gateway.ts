import type { TextsOf } from '../../../system/language';
import type { gateway as english } from '../../en-gb/payment/gateway';

export const gateway: TextsOf<typeof english> = {
  tab_general: 'Algemeen',
  tab_account: 'Account',
  tab_methods: 'Betaalmethoden',
  tab_order_status: 'Bestelstatus',
  tab_options: 'Opties',

  entry_status: 'Status',
  help_status: 'Uit houdt alleen nieuwe links tegen. Links bij klanten blijven te betalen en worden afgehandeld.',
  entry_sort_order: 'Sorteervolgorde',
  help_sort_order: 'Plaats tussen de betaalmethoden; het laagste nummer komt eerst.',
  entry_debug_mode: 'Debugmodus',

  entry_environment: 'Type account',
  help_environment: 'Test en live zijn aparte accounts met elk een sleutel. In een testaccount gaat geen geld om.',
  option_environment_test: 'Testaccount',
  option_environment_live: 'Live account',

  entry_order_status_id_completed: 'Voltooid',
  help_order_status_id_completed: 'De betaling is voltooid.',
  entry_order_status_id_uncleared: 'In behandeling',
  help_order_status_id_uncleared: 'Betaald, maar nog in onderzoek. Verzend nog niet.',
  entry_order_status_id_declined: 'Geweigerd',
  help_order_status_id_declined: 'De bank weigerde. De klant kan het opnieuw proberen.',
  entry_order_status_id_cancelled: 'Geannuleerd',
  help_order_status_id_cancelled: 'De link of de betaling is geannuleerd.',
  entry_order_status_id_expired: 'Verlopen',
  help_order_status_id_expired:
    'Niet op tijd betaald. Een status die geen voorraad reserveert, geeft de voorraad terug.',
  entry_order_status_id_refunded: 'Terugbetaald',
  help_order_status_id_refunded: 'Al het geld is teruggegeven.',
  entry_order_status_id_partial_refunded: 'Gedeeltelijk terugbetaald',
  help_order_status_id_partial_refunded: 'Een deel van het geld is teruggegeven.',
  entry_order_status_id_chargedback: 'Terugboeking',
  help_order_status_id_chargedback: 'De bank van de klant haalde het geld terug.',

  group_links: 'Betaallinks',
  entry_generate_payment_links_status: 'Betaallinks in het beheer maken',
  help_generate_payment_links_status: 'Een bestelling die de status hieronder krijgt, krijgt vanzelf een betaallink.',
  entry_order_status_id_initialize_payment_request: 'Betaalverzoek',
  help_order_status_id_initialize_payment_request:
    'De bestelstatus die om een link vraagt. Houd er een voor alleen dit doel: voeg hem toe onder Systeem → ' +
    'Lokalisatie → Bestelstatussen. Maak hem een verwerkingsstatus van de winkel om de voorraad te reserveren zolang ' +
    'de link leeft.',
  none_order_status_id_initialize_payment_request: 'Maak een keuze',
  entry_days_active: 'Levensduur van de betaallink',
  help_days_active: 'Hoogstens 365 dagen. Sommige methoden hebben zelf een kortere levensduur.',
  entry_unit_lifetime_payment_link: 'Eenheid van de levensduur',
  help_unit_lifetime_payment_link: 'Dagen, uren of seconden.',
  option_unit_days: 'Dagen',
  option_unit_hours: 'Uren',
  option_unit_seconds: 'Seconden',
  entry_order_description: 'Omschrijving van de bestelling',
  help_order_description: 'Wat klanten op de betaalpagina en het bankafschrift lezen. Bekend: {order_id}, {store}.',
  entry_reference_prefix: 'Voorvoegsel van het bestelnummer',
  entry_shopping_cart_disabled: 'Winkelwagen niet meesturen',
  help_shopping_cart_disabled: 'Stuurt het bedrag zonder de bestelregels. Achteraf betalen werkt dan niet meer.',

  error_api_key: 'Vul de API-sleutel van het gekozen type account in.',
  error_lifetime: 'Hoogstens 365 dagen, 8760 uren of 31536000 seconden.',
  error_description: 'Ingevuld is dit langer dan 200 tekens. Maak het korter.',
  error_prefix: 'Alleen letters, cijfers, - en _.',
  error_payment_request_missing:
    'Kies de bestelstatus die om een link vraagt. Voeg er zo nodig een toe onder Systeem → Lokalisatie → Bestelstatussen.',
  error_payment_request_deleted: 'Deze bestelstatus bestaat niet meer. Kies een andere.',
  error_payment_request_mapped: 'Naar deze bestelstatus leidt ook een betaling. Kies er een voor alleen dit doel.',
};
