import type { Country } from '../../extension/opencart/localisation/countries';
import type { Zone } from '../../extension/opencart/localisation/zones';
import type { Form } from './form';
import type { FieldView } from '../view/partial/field';

export interface ZoneFieldParts {
  readonly countryId: number;
  readonly zoneId: number;
  readonly countries: readonly Country[];
  /** Of the country. */
  readonly zones: readonly Zone[];
  readonly country: Placed;
  readonly zone: Placed;
}

interface Placed {
  readonly id: string;
  readonly name: string;
}

interface ZoneTexts {
  readonly entry_country: string;
  readonly entry_zone: string;
}

/** A country and the region that follows it. The page names the script zones.js and has `/zones` below its address. */
export function zoneFields(form: Form<ZoneTexts>, parts: ZoneFieldParts): [FieldView, FieldView] {
  const { field, text, visit, route } = form;
  const countries = parts.countries.map(({ countryId, name }) => ({ value: String(countryId), text: name }));
  const zones = parts.zones.map(({ zoneId, name }) => ({ value: String(zoneId), text: name }));
  const first = zones.length > 0 ? { value: '', text: text.select } : { value: '0', text: text.none };
  return [
    field.select({
      ...parts.country,
      label: text.entry_country,
      value: String(parts.countryId),
      options: [{ value: '', text: text.select }, ...countries],
      required: true,
      data: { zones: visit.href(`/admin/${route}/zones`), 'zones-for': parts.zone.id },
    }),
    field.select({
      ...parts.zone,
      label: text.entry_zone,
      value: String(parts.zoneId),
      options: [first, ...zones],
      data: { select: text.select, none: text.none },
    }),
  ];
}
