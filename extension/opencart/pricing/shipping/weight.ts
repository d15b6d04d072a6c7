import { Decimal } from '../../../../system/decimal';
import type { GeoZone, ShippingQuestion, ShippingQuote } from './quote';

/** A list of prices by weight for each geo zone that holds the address. */
export function weight(question: ShippingQuestion): ShippingQuote[] {
  const { settings, geoZones } = question;
  const total = shippedWeight(question);
  return geoZones
    .filter((zone) => settings.flag(`shipping_weight_${zone.geoZoneId}_status`))
    .flatMap((zone) => zoneQuote(question, zone, total));
}

function zoneQuote({ settings, titles, weightClasses }: ShippingQuestion, zone: GeoZone, total: Decimal) {
  const cost = costOf(settings.text(`shipping_weight_${zone.geoZoneId}_rate`), total);
  if (cost === null) return [];
  const unit = weightClasses.find(({ weightClassId }) => weightClassId === settings.number('config_weight_class_id'));
  const quote: ShippingQuote = {
    code: `weight.weight_${zone.geoZoneId}`,
    name: titles.weight(zone.name, `${total.toFixed(2)}${unit?.unit ?? ''}`),
    cost,
    taxClassId: settings.number('shipping_weight_tax_class_id'),
  };
  return [quote];
}

/** `5:10.00,7:12.00`: up to 5 costs 10, up to 7 costs 12, heavier is not shipped (null). */
export function costOf(rates: string, total: Decimal): Decimal | null {
  for (const [limit, cost] of rates.split(',').map((rate) => rate.split(':').map((part) => part.trim()))) {
    if (isAmount(limit) && isAmount(cost) && total.lessThanOrEqualTo(limit)) return new Decimal(cost);
  }
  return null;
}

function isAmount(text: string | undefined): text is string {
  return text !== undefined && /^\d+(\.\d+)?$/.test(text);
}

/** Of the lines that ship, in the shop's weight class; a class that is gone counts unconverted. */
export function shippedWeight({ cart, settings, weightClasses }: ShippingQuestion): Decimal {
  const values = new Map(weightClasses.map(({ weightClassId, value }) => [weightClassId, value]));
  const target = values.get(settings.number('config_weight_class_id'));
  return cart.lines
    .filter((line) => line.ships)
    .reduce((sum, line) => {
      const from = values.get(line.weightClassId);
      const convertible = from && target && !from.isZero();
      return sum.plus(convertible ? line.weight.times(target).div(from) : line.weight);
    }, new Decimal(0));
}
