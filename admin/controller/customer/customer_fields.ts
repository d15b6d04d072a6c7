import type { Address } from '../../../extension/opencart/customer/addresses';
import type { CustomerForm } from '../../../extension/opencart/customer/save_customer';
import type { TextFiles } from '../../../language';
import { fill } from '../../../system/language';
import { optionsOf, type FieldMore } from '../../fields';
import type { Form } from '../../form/form';
import type { CustomerAddressView } from '../../view/customer/customer_form';
import type { FieldView } from '../../view/partial/field';
import type { FieldCard } from '../../view/partial/plain_form';
import { zoneFields } from '../../form/zone_fields';
import type { CustomerChoices } from './customer_choices';

/** A customer's form: what is in it, and what there is to choose from. */
export interface CustomerParts extends Form<TextFiles['customer/customer']> {
  readonly typed: CustomerForm;
  readonly choices: CustomerChoices;
}

export function generalCards(parts: CustomerParts): FieldCard[] {
  const { text } = parts;
  return [
    { heading: text.heading_person, fields: personFields(parts) },
    { heading: text.heading_account, fields: accountFields(parts) },
  ];
}

function personFields({ field, typed, text }: CustomerParts): FieldView[] {
  const required = { required: true };
  return [
    field.input({
      id: 'firstname',
      label: text.entry_firstname,
      value: typed.firstName,
      ...required,
      lengthMax: 32,
    }),
    field.input({ id: 'lastname', label: text.entry_lastname, value: typed.lastName, ...required, lengthMax: 32 }),
    field.input({
      kind: 'email',
      id: 'email',
      label: text.entry_email,
      value: typed.email,
      ...required,
      lengthMax: 96,
    }),
    field.input({
      kind: 'tel',
      id: 'telephone',
      label: text.entry_telephone,
      value: typed.telephone,
      lengthMax: 32,
    }),
  ];
}

function accountFields({ field, typed, choices, text }: CustomerParts): FieldView[] {
  const stores = choices.stores.map(({ storeId, name }) => ({ value: String(storeId), text: name }));
  const languages = choices.languages.map(({ languageId, name }) => ({ value: String(languageId), text: name }));
  const group = String(typed.customerGroupId);
  return [
    field.select({
      id: 'customer_group_id',
      label: text.entry_group,
      value: group,
      options: optionsOf(choices.groups),
      help: text.help_group,
    }),
    field.select({
      id: 'language_id',
      label: text.entry_language,
      value: String(typed.languageId),
      options: languages,
      help: text.help_language,
    }),
    ...(stores.length > 1
      ? [field.select({ id: 'store_id', label: text.entry_store, value: String(typed.storeId), options: stores })]
      : []),
    field.yesNo({
      id: 'newsletter',
      label: text.entry_newsletter,
      value: typed.newsletter,
      words: [text.yes, text.no],
    }),
    field.yesNo({ id: 'status', label: text.entry_status, value: typed.enabled, words: [text.enabled, text.disabled] }),
  ];
}

export function addressView(parts: CustomerParts, address: Address, index: number): CustomerAddressView {
  const { text } = parts;
  const number = index + 1;
  return {
    heading: fill(text.address_number, { number }),
    idField: `address[${index}][address_id]`,
    addressId: String(address.addressId),
    index: String(index),
    isDefault: address.isDefault,
    defaultLabel: fill(text.address_default_of, { number }),
    removeLabel: fill(text.address_remove, { number }),
    fields: addressFields(parts, address, index),
  };
}

function addressFields(parts: CustomerParts, address: Address, index: number): FieldView[] {
  const { field, choices, text } = parts;
  const placed = (key: string) => ({ id: `address_${index}_${key}`, name: `address[${index}][${key}]` });
  const line = (key: LineKey, value: string, more: FieldMore): FieldView =>
    field.input({ ...placed(key), label: text[`entry_${key}`], value, ...more });
  const { countryId, zoneId } = address;
  const postcodeRequired = choices.countries.some((one) => one.countryId === countryId && one.postcodeRequired);
  return [
    line('firstname', address.firstName, { lengthMax: 32, required: true }),
    line('lastname', address.lastName, { lengthMax: 32, required: true }),
    line('company', address.company, { lengthMax: 60 }),
    line('address_1', address.address1, { lengthMax: 128, required: true }),
    line('address_2', address.address2, { lengthMax: 128 }),
    line('postcode', address.postcode, { lengthMax: 10, required: postcodeRequired }),
    line('city', address.city, { lengthMax: 128, required: true }),
    ...zoneFields(parts, {
      ...{ countryId, zoneId, countries: choices.countries, zones: choices.zones.get(countryId) ?? [] },
      country: placed('country_id'),
      zone: placed('zone_id'),
    }),
  ];
}

type LineKey = 'firstname' | 'lastname' | 'company' | 'address_1' | 'address_2' | 'postcode' | 'city';
