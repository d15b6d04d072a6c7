import type { TextsOf } from '../../../system/language';
import type { olderOrders as english } from '../../en-gb/sale/older_orders';

export const olderOrders = {
  title: 'Oudere bestellingen',
  intro:
    'Bestellingen die al de status voor betaalverzoeken hadden voordat betaallinks voor hun winkel begonnen, krijgen niet vanzelf een link. Hier beslist u erover.',
  none_on: 'Betaallinks staan uit; er is dus nog geen beginpunt. Zet ze eerst aan.',
  none_on_where: 'Extensies → Betalingen',
  count:
    '{count} bestelling had vóór {date} de status “{status}”, wordt betaald via {gateway} en heeft nooit een link gehad.|{count} bestellingen hadden vóór {date} de status “{status}”, worden betaald via {gateway} en hebben nooit een link gehad.',
  count_more:
    'Meer dan {count} bestellingen hadden vóór {date} de status “{status}”, worden betaald via {gateway} en hebben nooit een link gehad.',
  empty: 'Geen oudere bestelling wacht op een link.',
  empty_text: 'Bestellingen die voortaan de status voor betaalverzoeken krijgen, krijgen hun link vanzelf.',
  scanned: 'Alleen de nieuwste {count} bestellingen van de winkel worden bekeken.',
  column_order: 'Bestelling',
  column_customer: 'Klant',
  column_method: 'Betaalmethode',
  column_total: 'Totaal',
  column_added: 'Ingevoerd',
  column_link: 'Link',
  would_ask: 'Krijgt een link per mail',
  no_email: 'Krijgt een link; er is geen adres om die naartoe te mailen',
  make_all: 'Maak een link voor deze {count} bestelling|Maak links voor deze {count} bestellingen',
  make_all_more: 'Maak links voor al deze bestellingen',
  make_ticked: 'Alleen voor de aangevinkte',
  confirm_all:
    'Voor allemaal een link maken? Elke klant krijgt een betaallink per mail. Bestellingen die volgens de lijst blijven zoals ze zijn, krijgen er geen.',
  confirm_ticked: 'Links maken voor de aangevinkte bestellingen? Elke klant krijgt een betaallink per mail.',
  pace: 'Voor oudere bestellingen wordt hoogstens de helft gemaakt van de links die u per minuut toestaat ({count}), zodat nieuwe niet hoeven te wachten.',
  begun: 'De links worden een voor een gemaakt. U kunt deze pagina verlaten.',
  not_begun: 'Er is niets begonnen: geen van deze bestellingen wacht nog op een link, of eerdere worden nog gemaakt.',
  running: 'Bezig: {done} van {total} bestellingen zijn behandeld.',
  running_more: 'Bezig: {done} bestellingen zijn behandeld.',
  ended: 'Klaar {when}, begonnen door {actor}.',
  progress_label: 'Behandelde bestellingen',
  asked: 'Links aangevraagd',
  left: 'Ongemoeid gelaten',
  updated: 'Bijgewerkt: {state}',
  refresh: 'Opnieuw kijken',
  stop: 'Stoppen',
  stopped: 'Gestopt. Links die zijn aangevraagd, blijven.',
} satisfies TextsOf<typeof english>;
