import type { TextsOf } from '../../../system/language';
import type { error as english } from '../../en-gb/common/error';

export const error = {
  title_404: 'Pagina niet gevonden',
  title_403: 'Geen toestemming',
  title_500: 'Er ging iets mis',
  title_other: 'Dat is niet gelukt',
  reference: 'Kenmerk voor uw beheerder: {reference}',
  in_group: 'iemand in de groep {group}',
  administrator: 'een beheerder van de winkel',
  permissions: 'Systeem → Rechten',
  back: 'Terug',
} as const satisfies TextsOf<typeof english>;
