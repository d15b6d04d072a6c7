import type { OrderAddress } from '../../payment_link/order_book';
import { plainText } from '../escaping';
import type { NamedPlace } from './order_places';
import type { OrderRow } from './order_row';

/** `place`: what the shop says of country and zone today, for the codes that an order does not keep. */
export function paymentAddressOf(row: OrderRow, place: NamedPlace): OrderAddress {
  return {
    firstName: plainText(row.payment_firstname),
    lastName: plainText(row.payment_lastname),
    company: plainText(row.payment_company),
    address1: plainText(row.payment_address_1),
    address2: plainText(row.payment_address_2),
    city: plainText(row.payment_city),
    postcode: plainText(row.payment_postcode),
    zone: plainText(row.payment_zone),
    zoneId: row.payment_zone_id ?? 0,
    zoneCode: place.zoneCode,
    country: plainText(row.payment_country),
    countryId: row.payment_country_id ?? 0,
    countryIso2: place.countryIso2,
    format: plainText(row.payment_address_format),
  };
}

/** All empty when nothing ships. */
export function shippingAddressOf(row: OrderRow, place: NamedPlace): OrderAddress {
  return {
    firstName: plainText(row.shipping_firstname),
    lastName: plainText(row.shipping_lastname),
    company: plainText(row.shipping_company),
    address1: plainText(row.shipping_address_1),
    address2: plainText(row.shipping_address_2),
    city: plainText(row.shipping_city),
    postcode: plainText(row.shipping_postcode),
    zone: plainText(row.shipping_zone),
    zoneId: row.shipping_zone_id ?? 0,
    zoneCode: place.zoneCode,
    country: plainText(row.shipping_country),
    countryId: row.shipping_country_id ?? 0,
    countryIso2: place.countryIso2,
    format: plainText(row.shipping_address_format),
  };
}
