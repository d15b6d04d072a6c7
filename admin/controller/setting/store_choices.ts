import type { Choice } from '../../../extension/opencart/localisation/classes';
import { listCountries, type Country } from '../../../extension/opencart/localisation/countries';
import { baseCurrencyCode, listCurrencies } from '../../../extension/opencart/localisation/currencies';
import { listCustomerGroups } from '../../../extension/opencart/customer/customer_groups';
import { listLanguages } from '../../../extension/opencart/localisation/languages';
import { listOrderStatuses } from '../../../extension/opencart/localisation/order_statuses';
import { listZones, type Zone } from '../../../extension/opencart/localisation/zones';
import type { Currency, Language, OrderStatus } from '../../../extension/payment_link/order_book';
import type { Admin } from '../../admin';

/** All that the form of a store lets one choose from. */
export interface StoreChoices {
  readonly countries: readonly Country[];
  /** Of the chosen country. */
  readonly zones: readonly Zone[];
  readonly timeZones: readonly string[];
  readonly languages: readonly Language[];
  readonly currencies: readonly Currency[];
  readonly baseCurrency: string;
  readonly groups: readonly Choice[];
  readonly statuses: readonly OrderStatus[];
}

export async function choicesOf(app: Admin, countryId: number): Promise<StoreChoices> {
  const languages = await listLanguages(app.db);
  const languageId = languages[0]?.languageId ?? 1;
  return {
    countries: await listCountries(app.db, languageId),
    zones: await listZones(app.db, countryId, languageId),
    timeZones: ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')],
    languages,
    currencies: await listCurrencies(app.db),
    baseCurrency: await baseCurrencyCode(app.db),
    groups: await listCustomerGroups(app.db, languageId),
    statuses: await listOrderStatuses(app.db, languageId),
  };
}
