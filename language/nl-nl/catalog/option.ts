import type { TextsOf } from '../../../system/language';
import type { option as english } from '../../en-gb/catalog/option';

export const option = {
  title: 'Opties',
  title_add: 'Optie toevoegen',
  title_edit: 'Optie bewerken: {name}',
  search: 'Zoeken op naam',
  column_name: 'Naam van de optie',
  column_type: 'Soort',
  column_sort_order: 'Volgorde',
  empty: 'Er zijn nog geen opties. Voeg de eerste toe, dan kunnen producten die hebben.',
  empty_search: 'Geen optie heeft “{text}” in de naam.',
  entry_name: 'Naam van de optie ({language})',
  entry_type: 'Soort',
  help_type: 'Een koper kiest uit waarden, of typt een tekst of een datum.',
  entry_sort_order: 'Volgorde',
  heading_values: 'Optiewaarden',
  values_intro:
    'Voor keuzelijst, keuzerondje en selectievakje: waaruit de koper kiest. Een leeg gelaten naam is als in {language}.',
  values_empty: 'Deze optie heeft geen waarden.',
  value_add: 'Waarde toevoegen',
  value_heading: 'Waarde {number}',
  value_name: 'Waarde {number} ({language})',
  value_sort_order: 'Volgorde van waarde {number}',
  value_remove: 'Waarde {number} verwijderen',
  saved: 'De opties zijn gewijzigd.',
  deleted: 'Verwijderd: {names}.',
  used_title:
    'De optie “{name}” is in gebruik en kan niet worden verwijderd. Haal de optie eerst van deze producten af:',
  value_used_title:
    'De waarde “{name}” is in gebruik en kan niet worden verwijderd. Ze staat weer in de lijst hieronder. Haal de waarde eerst van deze producten af:',
  used_more: 'en nog {count}',
  error_name: 'De naam van de optie moet tussen 1 en 128 tekens lang zijn.',
  error_value_name: 'De optiewaarde moet tussen 1 en 128 tekens lang zijn.',
  error_sort_order: 'De volgorde moet een geheel getal vanaf 0 zijn.',
  error_values: 'Voeg ten minste één waarde toe om uit te kiezen.',
  error_type_values:
    'Deze soort heeft geen waarden. Verwijder de waarden hieronder, of kies keuzelijst, keuzerondje of selectievakje.',
  error_type_used: 'Producten gebruiken deze optie: wat uit waarden wordt gekozen blijft zo, en wat wordt getypt ook.',
  types: {
    select: 'Keuzelijst',
    radio: 'Keuzerondje',
    checkbox: 'Selectievakje',
    text: 'Tekst',
    textarea: 'Tekstvak',
    date: 'Datum',
    time: 'Tijd',
    datetime: 'Datum en tijd',
    file: 'Bestand',
  },
} as const satisfies TextsOf<typeof english>;
