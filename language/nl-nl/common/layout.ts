import type { TextsOf } from '../../../system/language';
import type { layout as english } from '../../en-gb/common/layout';

export const layout = {
  home: 'Dashboard',
  skip: 'Naar de inhoud',
  menu: 'Menu',
  menu_close: 'Menu sluiten',
  main_menu: 'Hoofdmenu',
  you_are_here: 'U bent hier',
  log_out: 'Uitloggen',
  theme: 'Licht of donker',
  band_demo: 'Demo: betalingen gaan naar de sandbox, e-mails naar de mailbox',
  mailbox: 'Mailbox',
  sandbox: 'Sandbox',
  unsaved: 'Wat u hebt ingevuld is nog niet opgeslagen.',
  copied: 'Gekopieerd',
  not_answered: 'De winkel antwoordde niet. Wat u typte staat er nog: probeer het opnieuw.',
  logged_out:
    'U bent intussen uitgelogd. Log opnieuw in op een ander tabblad en druk daarna nog eens op de knop: wat u typte staat er nog.',
  log_in: 'Inloggen',
} as const satisfies TextsOf<typeof english>;
