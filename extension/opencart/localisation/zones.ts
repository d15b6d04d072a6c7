import type { Db } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import { plainText } from '../escaping';
import { selectZoneName } from './place_names';

/** A region of a country: province, state, canton. */
export interface Zone {
  readonly zoneId: number;
  readonly countryId: number;
  readonly name: string;
  readonly code: string;
}

interface ZoneRow {
  zone_id: number;
  country_id: number | null;
  name: string | null;
  code: string | null;
}

/** Those switched on, by name; empty when the country has none, and then an address has zone 0. */
export async function listZones(db: Db, countryId: number, languageId: number): Promise<Zone[]> {
  const rows = (await zones(db, languageId).where({ 'z.country_id': countryId, 'z.status': 1 })) as ZoneRow[];
  return rows.map(zoneOf).sort((a, b) => a.name.localeCompare(b.name));
}

function zones(db: Db, languageId: number) {
  const query = db(t(db, 'zone as z')).select('z.zone_id', 'z.country_id', 'z.code');
  selectZoneName(query, db, languageId);
  return query;
}

function zoneOf(row: ZoneRow): Zone {
  return {
    zoneId: row.zone_id,
    countryId: row.country_id ?? 0,
    name: plainText(row.name) || plainText(row.code),
    code: plainText(row.code),
  };
}
