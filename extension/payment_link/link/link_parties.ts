import type { LinkAddress, LinkCustomer } from '../gateway';
import type { Link } from './link_row';
import type { Order, OrderAddress } from '../order_book';

/**
 * Who pays, by the order alone: never the operator's address or browser, since a wrong buyer's IP makes card
 * payments uncleared.
 */
export function customerOf(order: Order): LinkCustomer {
  return { ...partyOf(order, order.paymentAddress), language: order.languageCode, ipAddress: null };
}

/** Where the goods go; null when nothing ships. */
export function deliveryOf(order: Order): LinkAddress | null {
  return order.shippingMethod ? partyOf(order, order.shippingAddress) : null;
}

/** Who pays a link without an order: all that is known is a name and an address for mails. */
export function payerOf(link: Pick<Link, 'customer' | 'email' | 'snapshot'>): LinkCustomer {
  const [firstName = '', ...rest] = link.customer.split(/\s+/);
  return {
    ...{ firstName, lastName: rest.join(' '), company: '' },
    ...{ address1: '', address2: '', postcode: '', city: '', zone: '', country: '', phone: '' },
    email: link.email,
    language: link.snapshot.language,
    ipAddress: null,
  };
}

function partyOf(order: Order, address: OrderAddress): LinkAddress {
  return {
    firstName: address.firstName || order.firstName,
    lastName: address.lastName || order.lastName,
    company: address.company,
    address1: address.address1,
    address2: address.address2,
    postcode: address.postcode,
    city: address.city,
    zone: address.zoneCode || address.zone,
    country: address.countryIso2,
    phone: order.telephone,
    email: order.email,
  };
}
