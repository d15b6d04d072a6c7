import type { Choice } from '../../../extension/opencart/localisation/classes';
import { listCountries, type Country } from '../../../extension/opencart/localisation/countries';
import { listCustomerGroups } from '../../../extension/opencart/customer/customer_groups';
import { listLanguages } from '../../../extension/opencart/localisation/languages';
import type { CustomerForm } from '../../../extension/opencart/customer/save_customer';
import { listStores } from '../../../extension/opencart/setting/stores';
import { listZones, type Zone } from '../../../extension/opencart/localisation/zones';
import type { Language, Store } from '../../../extension/payment_link/order_book';
import type { Admin } from '../../admin';

/** All that the customer form lets one choose from. */
export interface CustomerChoices {
  readonly groups: readonly Choice[];
  readonly stores: readonly Store[];
  readonly languages: readonly Language[];
  readonly countries: readonly Country[];
  /** Regions of the countries of the addresses: country id → regions. */
  readonly zones: ReadonlyMap<number, readonly Zone[]>;
}

export async function choicesOf(app: Admin, form: CustomerForm): Promise<CustomerChoices> {
  const languages = await listLanguages(app.db);
  const languageId = languages[0]?.languageId ?? 1;
  const zones = new Map<number, readonly Zone[]>();
  for (const { countryId } of form.addresses) {
    if (!zones.has(countryId)) zones.set(countryId, await listZones(app.db, countryId, languageId));
  }
  return {
    groups: await listCustomerGroups(app.db, languageId),
    stores: await listStores(app.db),
    languages,
    countries: await listCountries(app.db, languageId),
    zones,
  };
}
