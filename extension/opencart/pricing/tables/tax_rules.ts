import { decimal } from '../../../../system/decimal';
import { kept } from '../../../../system/db/kept';
import type { Db } from '../../../../system/db/table';
import { t } from '../../../../system/db/table';
import { plainText } from '../../escaping';
import type { ClassRate } from '../tax';
import type { Place, TaxPlaces } from '../tax_places';

interface RuleRow {
  readonly tax_rule_id: number;
  readonly tax_class_id: number;
  readonly tax_rate_id: number;
  readonly based: keyof TaxPlaces;
  readonly priority: number | null;
  readonly name: string | null;
  readonly rate: string | null;
  readonly type: string | null;
}

/** Look-ups by kind of address, in this order; within one, by priority. */
const ORDER: readonly (keyof TaxPlaces)[] = ['shipping', 'payment', 'store'];

/** The rates that hold for a customer group at these addresses, for every tax class. */
export async function selectTaxRates(
  db: Db,
  customerGroupId: number,
  places: TaxPlaces,
): Promise<readonly ClassRate[]> {
  const at = ORDER.map((based) => `${places[based]?.countryId}.${places[based]?.zoneId}`);
  return kept(db, `tax ${customerGroupId} ${at.join(' ')}`, () => readTaxRates(db, customerGroupId, places));
}

async function readTaxRates(db: Db, customerGroupId: number, places: TaxPlaces): Promise<ClassRate[]> {
  const known = ORDER.flatMap((based): [string, Place][] => (places[based] ? [[based, places[based]]] : []));
  const rows = (await db(t(db, 'tax_rule as r'))
    .join(t(db, 'tax_rate as a'), 'a.tax_rate_id', 'r.tax_rate_id')
    .join(t(db, 'tax_rate_to_customer_group as g'), 'g.tax_rate_id', 'a.tax_rate_id')
    .join(t(db, 'zone_to_geo_zone as z'), 'z.geo_zone_id', 'a.geo_zone_id')
    .where('g.customer_group_id', customerGroupId)
    .where((any) => {
      for (const [based, { countryId, zoneId }] of known) {
        void any.orWhere((at) =>
          at.where({ 'r.based': based, 'z.country_id': countryId }).whereIn('z.zone_id', [0, zoneId]),
        );
      }
    })
    .select('r.tax_rule_id', 'r.tax_class_id', 'r.tax_rate_id', 'r.based', 'r.priority')
    .select('a.name', 'a.rate', 'a.type')) as RuleRow[];
  return rows.sort(asLookedUp).map((row) => ({
    taxClassId: row.tax_class_id,
    taxRateId: row.tax_rate_id,
    name: plainText(row.name),
    rate: decimal(row.rate),
    type: row.type === 'F' ? 'F' : 'P',
  }));
}

function asLookedUp(a: RuleRow, b: RuleRow): number {
  return (
    ORDER.indexOf(a.based) - ORDER.indexOf(b.based) ||
    (a.priority ?? 0) - (b.priority ?? 0) ||
    a.tax_rule_id - b.tax_rule_id
  );
}
