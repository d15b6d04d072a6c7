import type { Db } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import { plainText } from '../escaping';
import { selectAddressFormat, selectCountryName } from './place_names';

export interface Country {
  readonly countryId: number;
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly iso2: string;
  readonly iso3: string;
  readonly postcodeRequired: boolean;
  /** OpenCart's place-holders; empty means the built-in format. */
  readonly addressFormat: string;
}

interface CountryRow {
  country_id: number;
  name: string | null;
  iso_code_2: string | null;
  iso_code_3: string | null;
  postcode_required: number | null;
  address_format: string | null;
}

/** Those switched on, by name in that language. */
export async function listCountries(db: Db, languageId: number): Promise<Country[]> {
  const rows = (await countries(db, languageId).where('c.status', 1)) as CountryRow[];
  return rows.map(countryOf).sort((a, b) => a.name.localeCompare(b.name));
}

export async function findCountry(db: Db, countryId: number, languageId: number): Promise<Country | null> {
  const row = (await countries(db, languageId).where('c.country_id', countryId).first()) as CountryRow | undefined;
  return row ? countryOf(row) : null;
}

function countries(db: Db, languageId: number) {
  const query = db(t(db, 'country as c')).select('c.country_id', 'c.iso_code_2', 'c.iso_code_3', 'c.postcode_required');
  selectCountryName(query, db, languageId);
  selectAddressFormat(query, db);
  return query;
}

function countryOf(row: CountryRow): Country {
  return {
    countryId: row.country_id,
    name: plainText(row.name) || (row.iso_code_2 ?? ''),
    iso2: row.iso_code_2 ?? '',
    iso3: row.iso_code_3 ?? '',
    postcodeRequired: row.postcode_required === 1,
    addressFormat: plainText(row.address_format),
  };
}
