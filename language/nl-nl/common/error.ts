import type { TextsOf } from '../../../system/language';
import type { error as english } from '../../en-gb/common/error';

export const error = {
  title_404: 'Pagina niet gevonden',
  title_403: 'Geen toestemming',
  title_500: 'Er ging iets mis',
  unexpected:
    'Probeer het opnieuw. Was u iets aan het opslaan, kijk dan eerst of het er al staat. Gebeurt het weer, geef uw beheerder dan het kenmerk.',
  title_other: 'Dat is niet gelukt',
  reference: 'Kenmerk: {reference}',
  in_group: 'iemand in de groep {group}',
  administrator: 'een beheerder van de winkel',
  permissions: 'Systeem → Rechten',
  back: 'Naar het dashboard',
} as const satisfies TextsOf<typeof english>;
