import type { Address } from '../../../extension/opencart/customer/addresses';
import type { CustomerForm } from '../../../extension/opencart/customer/save_customer';
import type { TextFiles } from '../../../language';
import { fill } from '../../../system/language';
import { optionsOf, type FieldMaker } from '../../fields';
import type { CustomerAddressView } from '../../view/customer/customer_form';
import type { FieldView } from '../../view/partial/field';
import type { FieldCard } from '../../view/partial/plain_form';
import { zoneFields } from '../../zone_fields';
import type { CustomerChoices } from './customer_choices';

export type CustomerTexts = TextFiles['customer/customer'] & TextFiles['common/form'];

export function generalCards(
  maker: FieldMaker,
  form: CustomerForm,
  choices: CustomerChoices,
  text: CustomerTexts,
): FieldCard[] {
  const required = { required: true };
  return [
    {
      heading: text.heading_person,
      fields: [
        maker.input('text', 'firstname', text.entry_firstname, form.firstName, { ...required, lengthMax: 32 }),
        maker.input('text', 'lastname', text.entry_lastname, form.lastName, { ...required, lengthMax: 32 }),
        maker.input('email', 'email', text.entry_email, form.email, { ...required, lengthMax: 96 }),
        maker.input('tel', 'telephone', text.entry_telephone, form.telephone, { lengthMax: 32 }),
      ],
    },
    { heading: text.heading_account, fields: accountFields(maker, form, choices, text) },
  ];
}

function accountFields(
  maker: FieldMaker,
  form: CustomerForm,
  choices: CustomerChoices,
  text: CustomerTexts,
): FieldView[] {
  const stores = choices.stores.map(({ storeId, name }) => ({ value: String(storeId), text: name }));
  const languages = choices.languages.map(({ languageId, name }) => ({ value: String(languageId), text: name }));
  const group = String(form.customerGroupId);
  return [
    maker.select('customer_group_id', text.entry_group, group, optionsOf(choices.groups), { help: text.help_group }),
    maker.select('language_id', text.entry_language, String(form.languageId), languages, { help: text.help_language }),
    ...(stores.length > 1 ? [maker.select('store_id', text.entry_store, String(form.storeId), stores)] : []),
    maker.yesNo('newsletter', text.entry_newsletter, form.newsletter, [text.yes, text.no]),
    maker.yesNo('status', text.entry_status, form.enabled, [text.enabled, text.disabled]),
  ];
}

export function addressView(
  maker: FieldMaker,
  address: Address,
  index: number,
  choices: CustomerChoices,
  text: CustomerTexts,
  zonesHref: string,
): CustomerAddressView {
  const number = index + 1;
  return {
    heading: fill(text.address_number, { number }),
    idField: `address[${index}][address_id]`,
    addressId: String(address.addressId),
    index: String(index),
    isDefault: address.isDefault,
    defaultLabel: fill(text.address_default_of, { number }),
    removeLabel: fill(text.address_remove, { number }),
    fields: addressFields(maker, address, index, choices, text, zonesHref),
  };
}

function addressFields(
  maker: FieldMaker,
  address: Address,
  index: number,
  choices: CustomerChoices,
  text: CustomerTexts,
  zonesHref: string,
): FieldView[] {
  const id = (field: string): string => `address_${index}_${field}`;
  const named = (field: string) => ({ name: `address[${index}][${field}]` });
  const input = (field: string, label: string, value: string, lengthMax: number, required: boolean): FieldView =>
    maker.input('text', id(field), label, value, { ...named(field), lengthMax, required });
  const postcodeRequired = choices.countries.some((one) => one.countryId === address.countryId && one.postcodeRequired);
  return [
    input('firstname', text.entry_firstname, address.firstName, 32, true),
    input('lastname', text.entry_lastname, address.lastName, 32, true),
    input('company', text.entry_company, address.company, 60, false),
    input('address_1', text.entry_address_1, address.address1, 128, true),
    input('address_2', text.entry_address_2, address.address2, 128, false),
    input('postcode', text.entry_postcode, address.postcode, 10, postcodeRequired),
    input('city', text.entry_city, address.city, 128, true),
    ...zoneFields(maker, {
      countryId: address.countryId,
      zoneId: address.zoneId,
      countries: choices.countries,
      zones: choices.zones.get(address.countryId) ?? [],
      zonesHref,
      country: { id: id('country_id'), label: text.entry_country, more: named('country_id') },
      zone: { id: id('zone_id'), label: text.entry_zone, more: named('zone_id') },
      words: text,
    }),
  ];
}
