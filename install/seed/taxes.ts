import type { Tx } from '../../system/db/table';
import { GEO_ZONES, TAX_CLASSES, TAX_RATES } from '../data/taxes';
import { seedCountryList, seedZoneList } from './countries';
import type { NewRow } from './rows';
import { insertRows } from './rows';

/** Geo zones, rates and classes. Every rate looks at the shipping address and counts for the default group. */
export async function seedTaxes(tx: Tx): Promise<void> {
  await insertRows(
    tx,
    'geo_zone',
    GEO_ZONES.map(([name], index) => ({ geo_zone_id: index + 1, name, description: name })),
  );
  await insertRows(tx, 'zone_to_geo_zone', placeRows());
  await insertRows(tx, 'tax_rate', rateRows());
  await insertRows(
    tx,
    'tax_rate_to_customer_group',
    TAX_RATES.map((_, index) => ({ tax_rate_id: index + 1, customer_group_id: 1 })),
  );
  await insertRows(
    tx,
    'tax_class',
    TAX_CLASSES.map(([title, description], index) => ({ tax_class_id: index + 1, title, description })),
  );
  await insertRows(tx, 'tax_rule', ruleRows());
}

function placeRows(): NewRow[] {
  const countries = new Map(seedCountryList().map((country) => [country.iso2, country.id]));
  const zones = new Map(seedZoneList().map((zone) => [`${zone.iso2} ${zone.code}`, zone.id]));
  return GEO_ZONES.flatMap(([, places], index) =>
    places.map((place) => ({
      geo_zone_id: index + 1,
      country_id: countries.get(place.slice(0, 2)) ?? 0,
      zone_id: zones.get(place) ?? 0,
    })),
  );
}

function rateRows(): NewRow[] {
  return TAX_RATES.map(([name, rate, type, geoZone], index) => ({
    tax_rate_id: index + 1,
    geo_zone_id: GEO_ZONES.findIndex(([zone]) => zone === geoZone) + 1,
    name,
    rate,
    type,
  }));
}

function ruleRows(): NewRow[] {
  return TAX_CLASSES.flatMap(([, , rates], index) =>
    rates.map((rate, priority) => ({
      tax_class_id: index + 1,
      tax_rate_id: TAX_RATES.findIndex(([name]) => name === rate) + 1,
      based: 'shipping',
      priority: priority + 1,
    })),
  );
}
