import type { TextsOf } from '../../../system/language';
import type { login as english } from '../../en-gb/common/login';

export const login = {
  title: 'Inloggen',
  intro: 'Vul uw inloggegevens in.',
  username: 'Gebruikersnaam',
  password: 'Wachtwoord',
  submit: 'Inloggen',
  error_credentials: 'Gebruikersnaam en wachtwoord horen niet bij elkaar.',
  error_throttled: 'Te veel pogingen. Wacht {minutes} minuten en probeer het dan opnieuw.',
  logged_out: 'U bent uitgelogd.',
  code_title: 'Vul de code in',
  code_intro: 'Wij hebben een code van zes cijfers gemaild naar {address}. Zij is {minutes} minuten geldig.',
  code: 'Code',
  code_submit: 'Verder',
  code_back: 'Als iemand anders inloggen',
  error_code: 'Dit is niet de code.',
  error_code_over: 'De code is niet meer geldig. Log opnieuw in.',
  error_no_address:
    'De winkel vraagt haar medewerkers om een code per mail, en uw gebruiker heeft geen mailadres. Laat er een invullen in de winkel onder Systeem → Gebruikers.',
  error_not_mailed:
    'De code kon niet worden gemaild: {reason} Controleer de mailserver in de instellingen van de winkel of SMTP_URL en probeer het opnieuw.',
  code_subject: '{shop}: uw code is {code}',
  code_mail:
    'Uw code om in te loggen bij de betaallinks van {shop} is {code}. Zij is {minutes} minuten geldig. Hebt u niet net ingelogd, dan kent iemand uw wachtwoord: wijzig het in de winkel.',
} as const satisfies TextsOf<typeof english>;
