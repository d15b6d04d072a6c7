import { kept } from '../../../system/db/kept';
import type { Db } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import { plainText } from '../escaping';
import { selectAddressFormat, selectCountryName, selectZoneName } from '../localisation/place_names';

/** The words an order keeps of a country and a zone. */
export interface NamedPlace {
  readonly country: string;
  /** ISO 3166-1 alpha-2. */
  readonly countryIso2: string;
  readonly zone: string;
  readonly zoneCode: string;
  /** OpenCart's address format; empty means the built-in one. */
  readonly format: string;
}

interface PlaceRow {
  country: string | null;
  iso2: string | null;
  zone: string | null;
  zone_code: string | null;
  format: string | null;
}

const NOWHERE: NamedPlace = { country: '', countryIso2: '', zone: '', zoneCode: '', format: '' };

/** In one statement. A zone of another country counts as none; a country that is gone has no words. */
export async function findNamedPlace(
  db: Db,
  place: { countryId: number; zoneId: number },
  languageId: number,
): Promise<NamedPlace> {
  const { countryId, zoneId } = place;
  return kept(db, `place ${countryId} ${zoneId} ${languageId}`, () => readNamedPlace(db, place, languageId));
}

async function readNamedPlace(
  db: Db,
  place: { countryId: number; zoneId: number },
  languageId: number,
): Promise<NamedPlace> {
  const query = db(t(db, 'country as c'))
    .leftJoin(t(db, 'zone as z'), (on) => on.on('z.country_id', 'c.country_id').andOnVal('z.zone_id', place.zoneId))
    .where('c.country_id', place.countryId)
    .modify(selectCountryName, db, languageId, 'country')
    .modify(selectZoneName, db, languageId, 'zone')
    .modify(selectAddressFormat, db, 'format');
  const row = (await query.first('c.iso_code_2 as iso2', 'z.code as zone_code')) as PlaceRow | undefined;
  return row ? namedPlace(row) : NOWHERE;
}

function namedPlace(row: PlaceRow): NamedPlace {
  return {
    country: plainText(row.country) || (row.iso2 ?? ''),
    countryIso2: row.iso2 ?? '',
    zone: plainText(row.zone) || plainText(row.zone_code),
    zoneCode: plainText(row.zone_code),
    format: plainText(row.format),
  };
}
