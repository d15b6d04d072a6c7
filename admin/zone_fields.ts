import type { Country } from '../extension/opencart/localisation/countries';
import type { Zone } from '../extension/opencart/localisation/zones';
import type { FieldMaker, FieldMore } from './fields';
import type { FieldView } from './view/partial/field';

export interface ZoneFieldParts {
  readonly countryId: number;
  readonly zoneId: number;
  readonly countries: readonly Country[];
  /** Of the country. */
  readonly zones: readonly Zone[];
  /** Where the page's script asks for the regions of another country. */
  readonly zonesHref: string;
  readonly country: { readonly id: string; readonly label: string; readonly more: FieldMore };
  readonly zone: { readonly id: string; readonly label: string; readonly more: FieldMore };
  readonly words: { readonly select: string; readonly none: string };
}

/** A country and the region that follows it. The page names the script zones.js. */
export function zoneFields(maker: FieldMaker, parts: ZoneFieldParts): [FieldView, FieldView] {
  const { country, zone, words } = parts;
  const countries = parts.countries.map(({ countryId, name }) => ({ value: String(countryId), text: name }));
  const zones = parts.zones.map(({ zoneId, name }) => ({ value: String(zoneId), text: name }));
  const first = zones.length > 0 ? { value: '', text: words.select } : { value: '0', text: words.none };
  return [
    maker.select(
      country.id,
      country.label,
      String(parts.countryId),
      [{ value: '', text: words.select }, ...countries],
      { ...country.more, required: true, data: { zones: parts.zonesHref, 'zones-for': zone.id } },
    ),
    maker.select(zone.id, zone.label, String(parts.zoneId), [first, ...zones], {
      ...zone.more,
      data: { select: words.select, none: words.none },
    }),
  ];
}
