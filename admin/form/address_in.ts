import type { DraftAddress } from '../../extension/opencart/order/order_draft';
import { textIn, wholeIn, type Input } from '../../system/http/input';

/** An address as its fields bring it, those of a customer and those of an order alike. */
export function addressIn(address: Input): DraftAddress {
  return {
    addressId: wholeIn(address, 'address_id'),
    firstName: textIn(address, 'firstname'),
    lastName: textIn(address, 'lastname'),
    company: textIn(address, 'company'),
    address1: textIn(address, 'address_1'),
    address2: textIn(address, 'address_2'),
    city: textIn(address, 'city'),
    postcode: textIn(address, 'postcode'),
    countryId: wholeIn(address, 'country_id'),
    zoneId: wholeIn(address, 'zone_id'),
  };
}
