import type { Db } from '../../../system/db/table';
import { findCountry } from '../localisation/countries';
import { fits } from '../names';
import type { DraftAddress } from '../order/order_draft';
import { listZones } from '../localisation/zones';

/**
 * OpenCart's rules: names 1–32, address 3–128, city 2–128, postcode 2–10 where the country asks for one, a zone
 * where the country has zones. Keys are the address's own field names with the prefix before them:
 * `payment_address_1`.
 */
export async function checkAddress(db: Db, address: DraftAddress, prefix = ''): Promise<Record<string, string>> {
  const country = await findCountry(db, address.countryId, 0);
  const zones = country === null ? [] : await listZones(db, country.countryId, 0);
  const postcodeLeast = country?.postcodeRequired === true ? 2 : 0;
  const wrong: [string, boolean, string][] = [
    ['firstname', !fits(address.firstName, 1, 32), 'error_firstname'],
    ['lastname', !fits(address.lastName, 1, 32), 'error_lastname'],
    ['company', !fits(address.company, 0, 60), 'error_too_long'],
    ['address_1', !fits(address.address1, 3, 128), 'error_address_1'],
    ['address_2', !fits(address.address2, 0, 128), 'error_too_long'],
    ['city', !fits(address.city, 2, 128), 'error_city'],
    ['postcode', !fits(address.postcode, postcodeLeast, 10), 'error_postcode'],
    ['country_id', country === null, 'error_country'],
    [
      'zone_id',
      zones.length === 0 ? address.zoneId !== 0 : !zones.some((zone) => zone.zoneId === address.zoneId),
      'error_zone',
    ],
  ];
  return Object.fromEntries(wrong.filter(([, is]) => is).map(([field, , error]) => [`${prefix}${field}`, error]));
}
