import type { TextsOf } from '../../../system/language';
import type { permission as english } from '../../en-gb/setting/permission';

export const permission = {
  title: 'Rechten',
  intro:
    'Wat de gebruikersgroepen van uw winkel hier mogen. Zolang u niets anders kiest, volgt dat uit de groepen in de beheeromgeving van de winkel zelf: toegang tot Orders ziet, wijzigen van Orders maakt, verstuurt en annuleert, wijzigen van Settings betaalt terug en stelt in.',
  level_shop: '{level} (zoals de winkel zelf zegt)',
  level_none: 'Niets',
  level_see: 'Bestellingen en betaallinks bekijken',
  level_make: 'Bekijken; bestellingen invoeren; links maken, versturen en annuleren',
  level_setup: 'Alles: ook terugbetalen en instellen',
  saved: 'De rechten zijn bewaard.',
  error_own_group: 'U zit zelf in deze groep: die moet alles houden, anders kunt u hier niet meer komen.',
} satisfies TextsOf<typeof english>;
