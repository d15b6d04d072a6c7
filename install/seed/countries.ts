import { escapeText } from '../../extension/opencart/escaping';
import type { Tx } from '../../system/db/table';
import { COUNTRIES, WITHOUT_POSTCODE } from '../data/countries';
import { LANGUAGES } from '../data/languages';
import { ADDRESS_FORMAT_OF } from '../data/localisation';
import { ZONES } from '../data/zones';
import type { NewRow } from './rows';
import { insertRows } from './rows';

interface SeedCountry {
  readonly id: number;
  readonly iso2: string;
  readonly iso3: string;
}

/** Ids count in the order of the two-letter codes. */
export function seedCountryList(): SeedCountry[] {
  return COUNTRIES.trim()
    .split(/\s+/)
    .map((pair, index) => ({ id: index + 1, iso2: pair.slice(0, 2), iso3: pair.slice(3) }));
}

/** Zone ids count on through the countries of `ZONES`: `US CA` → id. */
export function seedZoneList(): { readonly id: number; readonly iso2: string; code: string; name: string }[] {
  const all = Object.entries(ZONES).flatMap(([iso2, zones]) => zones.map((zone) => ({ iso2, zone })));
  return all.map(({ iso2, zone }, index) => ({
    id: index + 1,
    iso2,
    code: zone.slice(0, zone.indexOf(' ')),
    name: zone.slice(zone.indexOf(' ') + 1),
  }));
}

export async function seedCountries(tx: Tx): Promise<void> {
  const countries = seedCountryList();
  await insertRows(tx, 'country', countries.map(countryRow));
  await insertRows(
    tx,
    'country_description',
    LANGUAGES.flatMap((language, index) => countryNames(countries, language.code, index + 1)),
  );
  const ids = new Map(countries.map((country) => [country.iso2, country.id]));
  const zones = seedZoneList();
  await insertRows(
    tx,
    'zone',
    zones.map((zone) => ({ zone_id: zone.id, country_id: ids.get(zone.iso2) ?? 0, code: zone.code, status: 1 })),
  );
  const names = zones.flatMap((zone) =>
    LANGUAGES.map((_, index) => ({ zone_id: zone.id, language_id: index + 1, name: escapeText(zone.name) })),
  );
  await insertRows(tx, 'zone_description', names);
}

function countryRow({ id, iso2, iso3 }: SeedCountry): NewRow {
  return {
    country_id: id,
    iso_code_2: iso2,
    iso_code_3: iso3,
    address_format_id: ADDRESS_FORMAT_OF[iso2] ?? 1,
    postcode_required: WITHOUT_POSTCODE.split(' ').includes(iso2) ? 0 : 1,
    status: 1,
  };
}

function countryNames(countries: readonly SeedCountry[], locale: string, languageId: number): NewRow[] {
  const names = new Intl.DisplayNames([locale], { type: 'region' });
  return countries.map(({ id, iso2 }) => ({
    country_id: id,
    language_id: languageId,
    name: escapeText(names.of(iso2) ?? iso2),
  }));
}
