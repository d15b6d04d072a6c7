import { listAddresses } from '../../../../extension/opencart/customer/addresses';
import { listCountries } from '../../../../extension/opencart/localisation/countries';
import type { DraftAddress } from '../../../../extension/opencart/order/order_draft';
import { listZones } from '../../../../extension/opencart/localisation/zones';
import type { Admin } from '../../../admin';
import type { AddressView } from '../../../view/sale/order_form';
import type { Visit } from '../../../visit';
import { optionsOf, type FieldMaker } from './fields';

/** One address: the customer's own ones to choose from, and the fields. Regions follow the country. */
export async function addressPart(
  app: Admin,
  visit: Visit,
  parts: {
    kind: 'payment' | 'shipping';
    address: DraftAddress;
    customerId: number;
    languageId: number;
    field: FieldMaker;
  },
): Promise<AddressView> {
  const { kind, address, customerId, languageId, field } = parts;
  const text = visit.texts('sale/order_form');
  const path = (name: string): string => `${kind}_address.${name}`;
  const countries = await listCountries(app.db, languageId);
  const zones = address.countryId === 0 ? [] : await listZones(app.db, address.countryId, languageId);
  const line = (name: string, label: string, value: string, lengthMax: number, required = false) =>
    field('text', path(name), label, value, { lengthMax, required });
  return {
    choose: customerId === 0 ? null : await chooseField(app, visit, kind, customerId, address.addressId),
    fields: [
      line('firstname', text.entry_firstname, address.firstName, 32, true),
      line('lastname', text.entry_lastname, address.lastName, 32, true),
      line('company', text.entry_company, address.company, 60),
      line('address_1', text.entry_address_1, address.address1, 128, true),
      line('address_2', text.entry_address_2, address.address2, 128),
      line('city', text.entry_city, address.city, 128, true),
      line('postcode', text.entry_postcode, address.postcode, 10),
      field('select', path('country_id'), text.entry_country, '', {
        required: true,
        data: { refresh: kind },
        options: optionsOf(
          countries.map((one) => ({ value: String(one.countryId), text: one.name })),
          String(address.countryId),
          visit.texts('common/form').select,
        ),
      }),
      field('select', path('zone_id'), text.entry_zone, '', {
        options: optionsOf(
          zones.map((one) => ({ value: String(one.zoneId), text: one.name })),
          zones.some((one) => one.zoneId === address.zoneId) ? String(address.zoneId) : '',
          zones.length === 0 ? text.no_zones : visit.texts('common/form').select,
        ),
      }),
    ],
  };
}

async function chooseField(app: Admin, visit: Visit, kind: string, customerId: number, chosen: number) {
  const text = visit.texts('sale/order_form');
  const addresses = await listAddresses(app.db, customerId);
  if (addresses.length === 0) return null;
  return {
    kind: 'select' as const,
    id: `choose_${kind}_address`,
    name: `choose_${kind}_address`,
    label: text.entry_address,
    data: { act: 'pick_address' },
    options: [
      { value: '', text: visit.texts('common/form').none, selected: chosen === 0 },
      ...addresses.map((one) => ({
        value: String(one.addressId),
        text: `${one.firstName} ${one.lastName}, ${one.address1}, ${one.city}`,
        selected: one.addressId === chosen,
      })),
    ],
  };
}
