import type { Knex } from 'knex';
import type { Db } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import { shopDialect } from '../dialect';

/** Of the country `c`: since 4.1.0.1 in every language, before it in one. */
export function selectCountryName(query: Knex.QueryBuilder, db: Db, languageId: number, as = 'name'): void {
  if (shopDialect(db).placeNames === 'column') return void query.select(`c.name as ${as}`);
  void query
    .leftJoin(t(db, 'country_description as cd'), (on) =>
      on.on('cd.country_id', 'c.country_id').andOnVal('cd.language_id', languageId),
    )
    .select(`cd.name as ${as}`);
}

/** Of the zone `z`. */
export function selectZoneName(query: Knex.QueryBuilder, db: Db, languageId: number, as = 'name'): void {
  if (shopDialect(db).placeNames === 'column') return void query.select(`z.name as ${as}`);
  void query
    .leftJoin(t(db, 'zone_description as zd'), (on) =>
      on.on('zd.zone_id', 'z.zone_id').andOnVal('zd.language_id', languageId),
    )
    .select(`zd.name as ${as}`);
}

/** Of the country `c`; since 4.0 countries share them. */
export function selectAddressFormat(query: Knex.QueryBuilder, db: Db, as = 'address_format'): void {
  if (shopDialect(db).addressFormats === 'column') return void query.select(`c.address_format as ${as}`);
  void query
    .leftJoin(t(db, 'address_format as f'), 'f.address_format_id', 'c.address_format_id')
    .select(`f.address_format as ${as}`);
}
