import type { Address } from '../../../extension/opencart/customer/addresses';
import type { CustomerForm } from '../../../extension/opencart/customer/save_customer';
import { flagIn, groupsIn, textIn, wholeIn, type Input } from '../../../system/http/input';
import { addressIn } from '../../form/address_in';

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
    addresses: groupsIn(body, 'address').map((one, index) => ({
      ...addressIn(one),
      isDefault: wholeIn(body, 'default') === index,
    })),
  };
}
