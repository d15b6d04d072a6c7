import type { Db, Tx } from '../../../system/db/table';
import { transaction } from '../../../system/db/transaction';
import { invalidForm } from '../../../system/errors';
import { listTaxClasses } from '../localisation/classes';
import { insertExtension, isInstalled } from './extensions';
import { editSettingValue } from './setting_rows';
import { readSettings } from './settings';

/**
 * What an order costs beside its products: OpenCart's own extensions for shipping and fees, each with the settings
 * that its page in OpenCart has. `amounts` are in the base currency, without tax. They are the default store's, and so
 * every store's.
 */
export const CHARGES = [
  { type: 'shipping', code: 'flat', amounts: ['cost'], taxed: true },
  { type: 'shipping', code: 'item', amounts: ['cost'], taxed: true },
  { type: 'shipping', code: 'free', amounts: ['total'], taxed: false },
  { type: 'shipping', code: 'pickup', amounts: [], taxed: false },
  { type: 'total', code: 'handling', amounts: ['total', 'fee'], taxed: true },
  { type: 'total', code: 'low_order_fee', amounts: ['total', 'fee'], taxed: true },
] as const;

export type Charge = (typeof CHARGES)[number];
export type ChargePart = Charge['amounts'][number] | 'status' | 'tax_class_id';

/** The name of a setting, and of its field: `shipping_flat_cost`. */
export function chargeKey(charge: Charge, part: ChargePart): string {
  return `${charge.type}_${charge.code}_${part}`;
}

/** In the order in which they stand on the page. */
export function partsOf({ amounts, taxed }: Charge): ChargePart[] {
  return ['status', ...amounts, ...(taxed ? (['tax_class_id'] as const) : [])];
}

/** By the name of the setting, as stored. */
export type ChargeValues = Readonly<Record<string, string>>;

const KEYS = CHARGES.flatMap((charge) =>
  partsOf(charge).map((part) => ({ charge, part, key: chargeKey(charge, part) })),
);

/** Of every setting, in the order in which they stand on the page. */
export const CHARGE_KEYS: readonly string[] = KEYS.map(({ key }) => key);

export async function readCharges(db: Db): Promise<ChargeValues> {
  const settings = await readSettings(db, 0);
  return Object.fromEntries(KEYS.map(({ key, part }) => [key, settings.text(key, part === 'status' ? '0' : '')]));
}

/** Up to eleven digits and four places, as OpenCart's columns for prices hold. */
const AMOUNT = /^\d{1,11}([.,]\d{1,4})?$/;

/**
 * Saves them all. `posted` has every key.
 * @throws AppError `invalid_form`: `error_amount` beside an amount that is none (where the charge is off it may be left
 *   empty), `error_choice` beside a tax class that the shop does not have
 */
export async function saveCharges(db: Db, posted: ChargeValues): Promise<void> {
  await transaction(db, async (tx) => {
    const fields = await problemsOf(tx, posted);
    if (Object.keys(fields).length > 0) throw invalidForm({ fields });
    for (const { charge, part, key } of KEYS) {
      const row = { key, value: stored(part, posted[key] ?? ''), serialized: 0 } as const;
      await editSettingValue(tx, 0, `${charge.type}_${charge.code}`, row);
    }
    for (const { type, code } of CHARGES) {
      if (!(await isInstalled(tx, type, code))) await insertExtension(tx, type, code);
    }
  });
}

async function problemsOf(tx: Tx, posted: ChargeValues): Promise<Record<string, string>> {
  const classes = new Set(['0', ...(await listTaxClasses(tx)).map(({ id }) => String(id))]);
  const wrong = KEYS.flatMap(({ charge, part, key }): [string, string][] => {
    const value = (posted[key] ?? '').trim();
    if (part === 'status') return [];
    if (part === 'tax_class_id') return classes.has(value) ? [] : [[key, 'error_choice']];
    const isOff = posted[chargeKey(charge, 'status')] !== '1';
    return AMOUNT.test(value) || (isOff && value === '') ? [] : [[key, 'error_amount']];
  });
  return Object.fromEntries(wrong);
}

function stored(part: ChargePart, value: string): string {
  if (part === 'status') return value === '1' ? '1' : '0';
  return value.trim().replace(',', '.') || '0';
}
