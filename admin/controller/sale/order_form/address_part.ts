import { listAddresses } from '../../../../extension/opencart/customer/addresses';
import { listCountries } from '../../../../extension/opencart/localisation/countries';
import { listZones } from '../../../../extension/opencart/localisation/zones';
import type { DraftAddress } from '../../../../extension/opencart/order/order_draft';
import type { FieldView } from '../../../view/partial/field';
import type { AddressView } from '../../../view/sale/order_form';
import { optionsOf } from './fields';
import type { OrderParts } from './parts';

type Kind = 'payment' | 'shipping';

/** One address: the customer's own ones to choose from, and the fields. Regions follow the country. */
export async function addressPart(parts: OrderParts, kind: Kind): Promise<AddressView> {
  const { paymentAddress, shippingAddress } = parts.state.draft;
  const address = kind === 'payment' ? paymentAddress : (shippingAddress ?? paymentAddress);
  return {
    choose: await chooseField(parts, kind, address.addressId),
    fields: [
      ...lineFields(parts, kind, address),
      await countryField(parts, kind, address),
      await zoneField(parts, kind, address),
    ],
  };
}

function lineFields({ field, text }: OrderParts, kind: Kind, address: DraftAddress): FieldView[] {
  const line = (key: LineKey, value: string, lengthMax: number, required = false): FieldView =>
    field({ path: `${kind}_address.${key}`, label: text[`entry_${key}`], value, lengthMax, required });
  return [
    line('firstname', address.firstName, 32, true),
    line('lastname', address.lastName, 32, true),
    line('company', address.company, 60),
    line('address_1', address.address1, 128, true),
    line('address_2', address.address2, 128),
    line('city', address.city, 128, true),
    line('postcode', address.postcode, 10),
  ];
}

type LineKey = 'firstname' | 'lastname' | 'company' | 'address_1' | 'address_2' | 'city' | 'postcode';

async function countryField(parts: OrderParts, kind: Kind, { countryId }: DraftAddress): Promise<FieldView> {
  const { app, field, text, languageId } = parts;
  const countries = await listCountries(app.db, languageId);
  const choices = countries.map((one) => ({ value: String(one.countryId), text: one.name }));
  return field({
    kind: 'select',
    path: `${kind}_address.country_id`,
    label: text.entry_country,
    required: true,
    data: { refresh: kind },
    options: optionsOf(choices, String(countryId), text.select),
  });
}

async function zoneField(parts: OrderParts, kind: Kind, { countryId, zoneId }: DraftAddress): Promise<FieldView> {
  const { app, field, text, languageId } = parts;
  const zones = countryId === 0 ? [] : await listZones(app.db, countryId, languageId);
  const choices = zones.map((one) => ({ value: String(one.zoneId), text: one.name }));
  const chosen = zones.some((one) => one.zoneId === zoneId) ? String(zoneId) : '';
  return field({
    kind: 'select',
    path: `${kind}_address.zone_id`,
    label: text.entry_zone,
    options: optionsOf(choices, chosen, zones.length === 0 ? text.no_zones : text.select),
  });
}

/** Null for a guest, and for a customer without addresses. */
async function chooseField({ app, text, state }: OrderParts, kind: Kind, chosen: number): Promise<FieldView | null> {
  const { customerId } = state.draft;
  const addresses = customerId === 0 ? [] : await listAddresses(app.db, customerId);
  if (addresses.length === 0) return null;
  return {
    kind: 'select',
    id: `choose_${kind}_address`,
    name: `choose_${kind}_address`,
    label: text.entry_address,
    data: { act: 'pick_address' },
    options: [
      { value: '', text: text.none, selected: chosen === 0 },
      ...addresses.map((one) => ({
        value: String(one.addressId),
        text: `${one.firstName} ${one.lastName}, ${one.address1}, ${one.city}`,
        selected: one.addressId === chosen,
      })),
    ],
  };
}
