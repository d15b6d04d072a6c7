import type { Address } from '../../../extension/opencart/customer/addresses';
import type { CustomerForm } from '../../../extension/opencart/customer/save_customer';
import { flagIn, groupsIn, textIn, wholeIn, type Input } from '../../../system/http/input';

/** A customer that does not exist yet, as the form begins. */
export function newCustomer(customerGroupId: number, languageId: number): CustomerForm {
  return {
    ...{ customerGroupId, storeId: 0, languageId, firstName: '', lastName: '', email: '', telephone: '' },
    ...{ newsletter: false, enabled: true, addresses: [] },
  };
}

export function newAddress(form: CustomerForm, countryId: number): Address {
  return {
    ...{ addressId: 0, firstName: form.firstName, lastName: form.lastName, company: '', address1: '', address2: '' },
    ...{ city: '', postcode: '', countryId, zoneId: 0, isDefault: form.addresses.length === 0 },
  };
}

export function customerIn(body: Input): CustomerForm {
  return {
    customerGroupId: wholeIn(body, 'customer_group_id'),
    storeId: wholeIn(body, 'store_id'),
    languageId: wholeIn(body, 'language_id'),
    firstName: textIn(body, 'firstname'),
    lastName: textIn(body, 'lastname'),
    email: textIn(body, 'email'),
    telephone: textIn(body, 'telephone'),
    newsletter: flagIn(body, 'newsletter'),
    enabled: flagIn(body, 'status'),
    addresses: groupsIn(body, 'address').map((one, index) => addressIn(one, wholeIn(body, 'default') === index)),
  };
}

function addressIn(address: Input, isDefault: boolean): Address {
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
    isDefault,
  };
}
