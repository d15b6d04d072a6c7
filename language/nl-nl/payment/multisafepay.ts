import type { TextsOf } from '../../../system/language';
import type { multisafepay as english } from '../../en-gb/payment/multisafepay';

export const multisafepay: TextsOf<typeof english> = {
  heading_title: 'MultiSafepay',

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
  help_debug_mode: 'Schrijft elke aanroep van MultiSafepay in het logboek, zonder sleutels en zonder kaartgegevens.',

  entry_environment: 'Type account',
  help_environment: 'Test en live zijn aparte accounts met elk een sleutel. In een testaccount gaat geen geld om.',
  option_environment_test: 'Testaccount',
  option_environment_live: 'Live account',
  group_keys: 'API-sleutels',
  entry_sandbox_api_key: 'Test-API-sleutel',
  help_sandbox_api_key: 'Van testmerchant.multisafepay.com, onder Integraties → Websites.',
  entry_api_key: 'Live-API-sleutel',
  help_api_key: 'Van merchant.multisafepay.com, onder Integraties → Websites.',

  help_methods:
    'De methoden van uw MultiSafepay-account. Aangevinkte kunnen worden gekozen voor een bestelling met een betaallink.',
  all_methods:
    'De klant kiest op de pagina van MultiSafepay. Die toont elke methode van de website, ook achteraf betalen. Geef ' +
    'betaallinks bij MultiSafepay een eigen websiteprofiel om dat te beperken, en gebruik de API-sleutel daarvan.',

  entry_order_status_id_initialized: 'Gestart',
  help_order_status_id_initialized: 'De klant koos een methode en heeft nog niet betaald.',
  entry_order_status_id_completed: 'Voltooid',
  help_order_status_id_completed: 'De betaling is voltooid.',
  entry_order_status_id_uncleared: 'In behandeling',
  help_order_status_id_uncleared: 'Betaald, maar nog in onderzoek. Verzend nog niet.',
  entry_order_status_id_reserved: 'Gereserveerd',
  help_order_status_id_reserved: 'Een terugbetaling of uitbetaling wacht.',
  entry_order_status_id_void: 'Ongeldig',
  help_order_status_id_void: 'Bij de bank geannuleerd.',
  entry_order_status_id_declined: 'Geweigerd',
  help_order_status_id_declined: 'De bank weigerde. De klant kan het opnieuw proberen.',
  entry_order_status_id_cancelled: 'Geannuleerd',
  help_order_status_id_cancelled: 'De link of de betaling is geannuleerd.',
  entry_order_status_id_expired: 'Verlopen',
  help_order_status_id_expired:
    'Niet op tijd betaald. Een status die geen voorraad reserveert, geeft de voorraad terug.',
  entry_order_status_id_shipped: 'Verzonden',
  help_order_status_id_shipped: 'Aan MultiSafepay is gemeld dat de goederen weg zijn.',
  entry_order_status_id_refunded: 'Terugbetaald',
  help_order_status_id_refunded: 'Al het geld is teruggegeven.',
  entry_order_status_id_partial_refunded: 'Gedeeltelijk terugbetaald',
  help_order_status_id_partial_refunded: 'Een deel van het geld is teruggegeven.',
  entry_order_status_id_chargedback: 'Terugboeking',
  help_order_status_id_chargedback: 'De bank van de klant haalde het geld terug.',

  group_links: 'Betaallinks',
  group_order_data: 'Wat MultiSafepay over de bestelling hoort',
  entry_generate_payment_links_status: 'Betaallinks in het beheer maken',
  help_generate_payment_links_status: 'Een bestelling die de status hieronder krijgt, krijgt vanzelf een betaallink.',
  entry_order_status_id_initialize_payment_request: 'Betaalverzoek',
  help_order_status_id_initialize_payment_request:
    'De bestelstatus die om een link vraagt. Houd er een voor alleen dit doel, en maak hem een verwerkingsstatus van ' +
    'de winkel om de voorraad te reserveren zolang de link leeft.',
  none_order_status_id_initialize_payment_request: 'Maak een keuze',
  entry_days_active: 'Levensduur van de betaallink',
  help_days_active: 'Hoogstens 365 dagen. Sommige methoden hebben zelf een kortere levensduur.',
  entry_unit_lifetime_payment_link: 'Eenheid van de levensduur',
  help_unit_lifetime_payment_link: 'Dagen, uren of seconden.',
  option_unit_days: 'Dagen',
  option_unit_hours: 'Uren',
  option_unit_seconds: 'Seconden',
  entry_second_chance: 'Second Chance',
  help_second_chance:
    'MultiSafepay herinnert klanten per mail aan een onbetaalde link, na een uur en na een dag; alleen bestellingen ' +
    'met vastgelegde toestemming. Met herinneringen van de winkel erbij krijgen klanten beide.',
  entry_order_description: 'Omschrijving van de bestelling',
  help_order_description: 'Wat klanten op de betaalpagina en het bankafschrift lezen. Bekend: {order_id}, {store}.',
  entry_reference_prefix: 'Voorvoegsel van het bestelnummer',
  help_reference_prefix:
    'Komt bij MultiSafepay voor het bestelnummer, zodat winkels een account kunnen delen. Letters, cijfers, - en _.',
  entry_shopping_cart_disabled: 'Winkelwagen niet meesturen',
  help_shopping_cart_disabled: 'Stuurt het bedrag zonder de bestelregels. Achteraf betalen werkt dan niet meer.',
  entry_confirmed_currencies: "Valuta's die met MultiSafepay zijn afgestemd",
  help_confirmed_currencies:
    "Valuta's zonder twee decimalen, zoals JPY, worden geweigerd tot MultiSafepay u heeft gezegd dat het ze in hele " +
    'eenheden int.',

  error_api_key: 'Vul de API-sleutel van het gekozen type account in.',
  error_lifetime: 'Hoogstens 365 dagen, 8760 uren of 31536000 seconden.',
  error_description: 'Ingevuld is dit langer dan 200 tekens. Maak het korter.',
  error_prefix: 'Alleen letters, cijfers, - en _.',
  error_payment_request_missing: 'Kies de bestelstatus die om een link vraagt.',
  error_payment_request_deleted: 'Deze bestelstatus bestaat niet meer. Kies een andere.',
  error_payment_request_mapped: 'Naar deze bestelstatus leidt ook een betaling. Kies er een voor alleen dit doel.',
};
