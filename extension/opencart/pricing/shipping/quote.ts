import type { Decimal } from '../../../../system/decimal';
import type { ShopSettings } from '../../setting/settings';
import type { Cart } from '../cart';
import type { Titles } from '../titles';

/** A way to ship this order, with its price at this moment. */
export interface ShippingQuote {
  /** `flat.flat`. */
  readonly code: string;
  readonly name: string;
  /** Base currency, without tax, exact. */
  readonly cost: Decimal;
  /** 0: untaxed. */
  readonly taxClassId: number;
}

export interface ShippingQuestion {
  readonly cart: Cart;
  readonly settings: ShopSettings;
  readonly titles: Titles;
  /** The geo zones that hold the shipping address. */
  readonly geoZones: readonly GeoZone[];
  readonly weightClasses: readonly WeightClass[];
}

export interface GeoZone {
  readonly geoZoneId: number;
  readonly name: string;
}

export interface WeightClass {
  readonly weightClassId: number;
  /** Units of this class per unit of the base class. */
  readonly value: Decimal;
  /** "kg". */
  readonly unit: string;
}

export type ShippingMethod = (question: ShippingQuestion) => ShippingQuote[];

/** `shipping_<code>_geo_zone_id`: 0 ships everywhere. */
export function shipsThere({ settings, geoZones }: ShippingQuestion, code: string): boolean {
  const wanted = settings.number(`shipping_${code}_geo_zone_id`);
  return wanted === 0 || geoZones.some((zone) => zone.geoZoneId === wanted);
}
