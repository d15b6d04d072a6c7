import type { TextsOf } from '../../../system/language';
import type { multisafepay as english } from '../../en-gb/payment/multisafepay';
import { gateway } from './gateway';

export const multisafepay: TextsOf<typeof english> = {
  ...gateway,

  heading_title: 'MultiSafepay',

  help_debug_mode: 'Schrijft elke aanroep van MultiSafepay in het logboek, zonder sleutels en zonder kaartgegevens.',

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
  entry_order_status_id_reserved: 'Gereserveerd',
  help_order_status_id_reserved: 'Een terugbetaling of uitbetaling wacht.',
  entry_order_status_id_void: 'Ongeldig',
  help_order_status_id_void: 'Bij de bank geannuleerd.',
  entry_order_status_id_shipped: 'Verzonden',
  help_order_status_id_shipped: 'Aan MultiSafepay is gemeld dat de goederen weg zijn.',

  group_order_data: 'Wat MultiSafepay over de bestelling hoort',
  entry_second_chance: 'Second Chance',
  help_second_chance:
    'MultiSafepay herinnert klanten per mail aan een onbetaalde link, na een uur en na een dag; alleen bestellingen ' +
    'met vastgelegde toestemming. Met herinneringen van de winkel erbij krijgen klanten beide.',
  help_reference_prefix:
    'Komt bij MultiSafepay voor het bestelnummer, zodat winkels een account kunnen delen. Letters, cijfers, - en _.',
  entry_confirmed_currencies: "Valuta's die met MultiSafepay zijn afgestemd",
  help_confirmed_currencies:
    "Valuta's zonder twee decimalen, zoals JPY, worden geweigerd tot MultiSafepay u heeft gezegd dat het ze in hele " +
    'eenheden int.',
};
