import type { TextsOf } from '../../../system/language';
import type { midtrans as english } from '../../en-gb/payment/midtrans';
import { gateway } from './gateway';

export const midtrans: TextsOf<typeof english> = {
  ...gateway,

  heading_title: 'Midtrans',

  help_debug_mode: 'Schrijft elke aanroep van Midtrans in het logboek, zonder sleutels en zonder kaartgegevens.',

  group_keys: 'Server-sleutels',
  entry_sandbox_api_key: 'Test-Server Key',
  help_sandbox_api_key: 'Van dashboard.sandbox.midtrans.com, onder Settings → Access Keys.',
  entry_api_key: 'Live-Server Key',
  help_api_key: 'Van dashboard.midtrans.com, onder Settings → Access Keys.',

  account_help:
    'Vul {address} in op het dashboard van Midtrans onder Settings → Configuration → Payment Notification URL: ' +
    'dan hoort deze winkel meteen wat er is betaald.',

  help_methods:
    'Methoden die Midtrans voor links beschrijft. Aangevinkte kunnen worden gekozen voor een bestelling met een betaallink.',
  all_methods: 'De klant kiest op de pagina van Midtrans, uit de methoden die in uw account aan staan.',

  group_order_data: 'Wat Midtrans over de bestelling hoort',
  entry_second_chance: 'Mail van Midtrans',
  help_second_chance:
    'Midtrans mailt de link ook aan de klant; alleen bestellingen met vastgelegde toestemming. Klanten krijgen dan twee mails.',
  help_reference_prefix:
    'Komt bij Midtrans voor het bestelnummer, zodat winkels een account kunnen delen. Letters, cijfers, - en _.',
};
