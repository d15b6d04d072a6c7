import type { OrderAddress } from '../order_book';

/** OpenCart's own, for addresses whose country has no format. */
const STANDARD_FORMAT =
  '{firstname} {lastname}\n{company}\n{address_1}\n{address_2}\n{city} {postcode}\n{zone}\n{country}';

/** The address as its country writes it, one line each; what is empty leaves no gap. */
export function addressLines(address: OrderAddress): string[] {
  const parts: Readonly<Record<string, string>> = {
    firstname: address.firstName,
    lastname: address.lastName,
    company: address.company,
    address_1: address.address1,
    address_2: address.address2,
    city: address.city,
    postcode: address.postcode,
    zone: address.zone,
    zone_code: address.zoneCode,
    country: address.country,
  };
  const format = address.format.trim() === '' ? STANDARD_FORMAT : address.format;
  return format
    .split(/\r\n|\r|\n|<br\s*\/?>/i)
    .map((line) => line.replace(/\{(\w+)\}/g, (_whole, name: string) => parts[name] ?? ''))
    .map((line) => line.replace(/\s+/g, ' ').replace(/^[\s,]+|[\s,]+$/g, ''))
    .filter((line) => line !== '');
}
