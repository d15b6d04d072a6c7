import type { TextsOf } from '../../../system/language';
import type { toolJournal as english } from '../../en-gb/tool/journal';

export const toolJournal = {
  title: 'Logboek',
  intro:
    'Wie wat heeft gewijzigd, wanneer en vanwaar: producten, klanten, gebruikers, statussen, instellingen en links zonder bestelling. Wat er met een bestelling gebeurde, staat op haar eigen pagina.',
  column_when: 'Wanneer',
  column_who: 'Wie',
  column_what: 'Wat',
  from: 'vanaf {address}',
  empty: 'Er is nog niets gewijzigd.',
  older: 'Oudere regels',
  newest: 'Nieuwste regels',
} as const satisfies TextsOf<typeof english>;
