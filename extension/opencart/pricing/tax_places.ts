import type { ShopSettings } from '../setting/settings';

/** Where something is, as far as tax and shipping ask. */
export interface Place {
  readonly countryId: number;
  readonly zoneId: number;
}

/** The address each kind of tax rule looks at; null: not known, such rules find nothing. */
export interface TaxPlaces {
  readonly shipping: Place | null;
  readonly payment: Place | null;
  readonly store: Place;
}

/**
 * An address that is not known yet (nothing ships) is stood in for by the shop's own, when the setting
 * `config_tax_default` names that kind of address.
 */
export function taxPlaces(
  settings: ShopSettings,
  known: { readonly shipping: Place | null; readonly payment: Place | null },
): TaxPlaces {
  const store = { countryId: settings.number('config_country_id'), zoneId: settings.number('config_zone_id') };
  const standsIn = settings.text('config_tax_default');
  return {
    shipping: known.shipping ?? (standsIn === 'shipping' ? store : null),
    payment: known.payment ?? (standsIn === 'payment' ? store : null),
    store,
  };
}
