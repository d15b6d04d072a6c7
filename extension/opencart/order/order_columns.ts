import { fitText } from '../fit_text';
import { escapeText } from '../escaping';
import type { DraftAddress, OrderDraft, PricedOrder } from './order_draft';
import { writeMethod, writeShipping } from './order_method';
import type { NamedPlace } from './order_places';
import type { OrderRow } from './order_row';

/** Everything the columns are made from, besides ids and times. */
export interface OrderFacts {
  readonly draft: OrderDraft;
  readonly priced: PricedOrder;
  readonly paymentName: string;
  readonly paymentPlace: NamedPlace;
  /** Null when nothing ships. */
  readonly shippingPlace: NamedPlace | null;
  readonly store: { readonly name: string; readonly url: string };
  readonly languageCode: string;
}

/** The columns that a save and an edit both write. */
export type DraftColumns = Omit<
  OrderRow,
  | 'order_id'
  | 'subscription_id'
  | 'invoice_no'
  | 'invoice_prefix'
  | 'transaction_id'
  | 'order_status_id'
  | 'affiliate_id'
  | 'commission'
  | 'marketing_id'
  | 'tracking'
  | 'ip'
  | 'forwarded_ip'
  | 'user_agent'
  | 'accept_language'
  | 'date_added'
  | 'date_modified'
>;

export function draftColumns(facts: OrderFacts): DraftColumns {
  const { draft, priced, store } = facts;
  return {
    store_id: draft.storeId,
    store_name: fitText(store.name, 64),
    store_url: fitText(store.url, 255),
    customer_id: draft.customerId,
    customer_group_id: draft.customerGroupId,
    firstname: fitText(draft.firstName, 32),
    lastname: fitText(draft.lastName, 32),
    email: fitText(draft.email, 96),
    telephone: fitText(draft.telephone, 32),
    custom_field: NO_CUSTOM_FIELDS,
    ...paymentColumns(draft.paymentAddress, facts.paymentPlace),
    payment_method: writeMethod({ code: draft.paymentCode, name: facts.paymentName }),
    ...shippingColumns(draft.shippingAddress ?? draft.paymentAddress, facts.shippingPlace),
    shipping_method: priced.shipping === null ? '' : writeShipping(priced.shipping),
    comment: escapeText(draft.comment),
    total: priced.total,
    language_id: draft.languageId,
    language_code: facts.languageCode,
    currency_id: priced.currency.currencyId,
    currency_code: priced.currency.code,
    currency_value: priced.currency.value,
  };
}

/** As OpenCart writes "none". */
const NO_CUSTOM_FIELDS = '[]';

function paymentColumns(address: DraftAddress, place: NamedPlace) {
  return {
    payment_address_id: address.addressId,
    payment_firstname: fitText(address.firstName, 32),
    payment_lastname: fitText(address.lastName, 32),
    payment_company: fitText(address.company, 60),
    payment_address_1: fitText(address.address1, 128),
    payment_address_2: fitText(address.address2, 128),
    payment_city: fitText(address.city, 128),
    payment_postcode: fitText(address.postcode, 10),
    payment_country: fitText(place.country, 128),
    payment_country_id: address.countryId,
    payment_zone: fitText(place.zone, 128),
    payment_zone_id: address.zoneId,
    payment_address_format: escapeText(place.format),
    payment_custom_field: NO_CUSTOM_FIELDS,
  };
}

/** Nothing ships: empty columns, as OpenCart leaves them. */
function shippingColumns(address: DraftAddress, place: NamedPlace | null) {
  const ships = place !== null;
  const text = (plain: string, lengthMax: number): string => (ships ? fitText(plain, lengthMax) : '');
  return {
    shipping_address_id: ships ? address.addressId : 0,
    shipping_firstname: text(address.firstName, 32),
    shipping_lastname: text(address.lastName, 32),
    shipping_company: text(address.company, 60),
    shipping_address_1: text(address.address1, 128),
    shipping_address_2: text(address.address2, 128),
    shipping_city: text(address.city, 128),
    shipping_postcode: text(address.postcode, 10),
    shipping_country: text(place?.country ?? '', 128),
    shipping_country_id: ships ? address.countryId : 0,
    shipping_zone: text(place?.zone ?? '', 128),
    shipping_zone_id: ships ? address.zoneId : 0,
    shipping_address_format: escapeText(place?.format ?? ''),
    shipping_custom_field: NO_CUSTOM_FIELDS,
  };
}
