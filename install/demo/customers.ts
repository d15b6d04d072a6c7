import type { CustomerForm } from '../../extension/opencart/customer/save_customer';
import { saveCustomer } from '../../extension/opencart/customer/save_customer';
import type { Clock } from '../../system/clock';
import type { Tx } from '../../system/db/table';
import type { DemoCustomer } from '../data/demo_customers';
import { DEMO_CUSTOMERS } from '../data/demo_customers';
import { LANGUAGES } from '../data/languages';
import { seedCountryList, seedZoneList } from '../seed/countries';

export async function seedDemoCustomers(tx: Tx, clock: Clock): Promise<void> {
  for (const customer of DEMO_CUSTOMERS) await saveCustomer(tx, clock, null, formOf(customer));
}

function formOf(customer: DemoCustomer): CustomerForm {
  const [firstName, lastName] = customer.name;
  return {
    customerGroupId: 1,
    storeId: 0,
    languageId: LANGUAGES.findIndex((language) => language.code === customer.language) + 1,
    firstName,
    lastName,
    email: customer.email,
    telephone: customer.telephone,
    newsletter: false,
    enabled: true,
    addresses: customer.addresses.map(([company, address1, address2, postcode, city, place], index) => ({
      addressId: 0,
      firstName,
      lastName,
      company,
      address1,
      address2,
      postcode,
      city,
      ...placeOf(place),
      isDefault: index === 0,
    })),
  };
}

function placeOf(place: string): { countryId: number; zoneId: number } {
  const country = seedCountryList().find((one) => one.iso2 === place.slice(0, 2));
  const zone = seedZoneList().find((one) => `${one.iso2} ${one.code}` === place);
  return { countryId: country?.id ?? 0, zoneId: zone?.id ?? 0 };
}
