import { decimal } from '../../../../system/decimal';
import { kept } from '../../../../system/db/kept';
import type { Db } from '../../../../system/db/table';
import { t } from '../../../../system/db/table';
import { plainText } from '../../escaping';
import type { GeoZone, WeightClass } from '../shipping/quote';
import type { Place } from '../tax_places';

export interface KnownCountry {
  readonly countryId: number;
  readonly postcodeRequired: boolean;
  readonly hasZones: boolean;
}

/** Those of the ids that are countries the shop has switched on. */
export async function selectCountries(db: Db, countryIds: readonly number[]): Promise<readonly KnownCountry[]> {
  return kept(db, `countries ${countryIds.join()}`, () => readCountries(db, countryIds));
}

async function readCountries(db: Db, countryIds: readonly number[]): Promise<KnownCountry[]> {
  const zone = db(t(db, 'zone as z')).select('z.zone_id').whereRaw('?? = ??', ['z.country_id', 'c.country_id']);
  const rows = (await db(t(db, 'country as c'))
    .whereIn('c.country_id', countryIds)
    .where('c.status', 1)
    .select('c.country_id', 'c.postcode_required', zone.where('z.status', 1).limit(1).as('zone'))) as {
    country_id: number;
    postcode_required: number | null;
    zone: number | null;
  }[];
  return rows.map((row) => ({
    countryId: row.country_id,
    postcodeRequired: row.postcode_required === 1,
    hasZones: row.zone !== null,
  }));
}

/** Zone id → its country, for those of the ids that exist and are switched on. */
export async function selectZoneCountries(db: Db, zoneIds: readonly number[]): Promise<ReadonlyMap<number, number>> {
  return kept(db, `zones ${zoneIds.join()}`, () => readZoneCountries(db, zoneIds));
}

async function readZoneCountries(db: Db, zoneIds: readonly number[]): Promise<Map<number, number>> {
  const rows = await db<{ zone_id: number; country_id: number; status: number }>(t(db, 'zone'))
    .select('zone_id', 'country_id')
    .whereIn('zone_id', zoneIds)
    .where('status', 1);
  return new Map(rows.map((row) => [row.zone_id, row.country_id]));
}

/** The geo zones that hold a place, by name. */
export async function selectGeoZones(db: Db, place: Place): Promise<readonly GeoZone[]> {
  return kept(db, `geo zones ${place.countryId} ${place.zoneId}`, () => readGeoZones(db, place));
}

async function readGeoZones(db: Db, { countryId, zoneId }: Place): Promise<GeoZone[]> {
  const rows = (await db(t(db, 'geo_zone as g'))
    .join(t(db, 'zone_to_geo_zone as z'), 'z.geo_zone_id', 'g.geo_zone_id')
    .where('z.country_id', countryId)
    .whereIn('z.zone_id', [0, zoneId])
    .distinct('g.geo_zone_id', 'g.name')
    .orderBy('g.name')) as { geo_zone_id: number; name: string | null }[];
  return rows.map((row) => ({ geoZoneId: row.geo_zone_id, name: plainText(row.name) }));
}

export async function selectWeightClasses(db: Db, languageId: number): Promise<WeightClass[]> {
  const rows = (await db(t(db, 'weight_class as w'))
    .leftJoin(t(db, 'weight_class_description as d'), (on) =>
      on.on('d.weight_class_id', 'w.weight_class_id').andOnVal('d.language_id', languageId),
    )
    .select('w.weight_class_id', 'w.value', 'd.unit')) as {
    weight_class_id: number;
    value: string | null;
    unit: string | null;
  }[];
  return rows.map((row) => ({
    weightClassId: row.weight_class_id,
    value: decimal(row.value),
    unit: plainText(row.unit),
  }));
}
