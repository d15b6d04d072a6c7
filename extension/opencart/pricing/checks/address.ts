import type { DraftAddress } from '../../order/order_draft';
import type { Problem } from '../problems';
import { SAYS, when } from '../problems';
import type { KnownCountry } from '../tables/places';
import { checkText } from './text';

export interface KnownPlaces {
  readonly countries: readonly KnownCountry[];
  /** Zone id → its country. */
  readonly zones: ReadonlyMap<number, number>;
}

/** Field names are the address table's columns, below `prefix` (`payment_address`). */
export function checkAddress(prefix: string, address: DraftAddress, places: KnownPlaces): Problem[] {
  const country = places.countries.find((known) => known.countryId === address.countryId);
  const text = (column: string, value: string, charactersMax: number, required = true) =>
    checkText(`${prefix}.${column}`, value, { charactersMax, required });
  return [
    ...text('firstname', address.firstName, 32),
    ...text('lastname', address.lastName, 32),
    ...text('company', address.company, 60, false),
    ...text('address_1', address.address1, 128),
    ...text('address_2', address.address2, 128, false),
    ...text('city', address.city, 128),
    ...text('postcode', address.postcode, 10, country?.postcodeRequired ?? false),
    ...when(!country, `${prefix}.country_id`, SAYS.country),
    ...when(country !== undefined && !zoneFits(address, country, places), `${prefix}.zone_id`, SAYS.zone),
  ];
}

/** A country without zones takes zone 0 only; one with zones, only its own. */
function zoneFits({ zoneId }: DraftAddress, country: KnownCountry, { zones }: KnownPlaces): boolean {
  return country.hasZones ? zones.get(zoneId) === country.countryId : zoneId === 0;
}
