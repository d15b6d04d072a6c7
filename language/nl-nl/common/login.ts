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
} as const satisfies TextsOf<typeof english>;
