import { escapeText } from '../../extension/opencart/escaping';
import type { Tx } from '../../system/db/table';
import type { InEachLanguage } from '../data/languages';
import { LANGUAGES } from '../data/languages';
import {
  ADDRESS_FORMATS,
  CURRENCIES,
  DEFAULT_GROUP,
  LENGTH_CLASSES,
  STOCK_STATUSES,
  WEIGHT_CLASSES,
} from '../data/localisation';
import { ORDER_STATUSES } from '../data/order_statuses';
import type { NewRow } from './rows';
import { insertRows } from './rows';

/** Languages, currencies, statuses, units, the customer group. `now`: the shop's wall time. */
export async function seedLocalisation(tx: Tx, now: string): Promise<void> {
  await insertRows(tx, 'language', languageRows());
  await insertRows(tx, 'currency', currencyRows(now));
  await insertRows(tx, 'order_status', namedRows('order_status_id', ORDER_STATUSES));
  await insertRows(tx, 'stock_status', namedRows('stock_status_id', STOCK_STATUSES));
  await insertRows(
    tx,
    'address_format',
    ADDRESS_FORMATS.map(([name, address_format]) => ({ name, address_format })),
  );
  await seedUnits(tx, 'weight_class', WEIGHT_CLASSES);
  await seedUnits(tx, 'length_class', LENGTH_CLASSES);
  await insertRows(tx, 'customer_group', [{ customer_group_id: 1, approval: 0, sort_order: 1 }]);
  const groupNames = namedRows('customer_group_id', [[1, DEFAULT_GROUP]]).map((row) => ({ ...row, description: '' }));
  await insertRows(tx, 'customer_group_description', groupNames);
}

function languageRows(): NewRow[] {
  return LANGUAGES.map(({ code, name, locale }, index) => ({
    language_id: index + 1,
    name,
    code,
    locale,
    extension: '',
    sort_order: index + 1,
    status: 1,
  }));
}

function currencyRows(now: string): NewRow[] {
  return CURRENCIES.map(([title, code, symbol_left, symbol_right, decimal_place, value]) => ({
    title,
    code,
    symbol_left,
    symbol_right,
    decimal_place,
    value,
    status: 1,
    date_modified: now,
  }));
}

/** One row for each thing and language. */
export function namedRows(idColumn: string, things: readonly (readonly [number, InEachLanguage])[]): NewRow[] {
  return things.flatMap(([id, names]) =>
    names.map((name, index) => ({ [idColumn]: id, language_id: index + 1, name: escapeText(name) })),
  );
}

async function seedUnits(
  tx: Tx,
  table: 'weight_class' | 'length_class',
  classes: readonly (readonly [InEachLanguage, string, string])[],
): Promise<void> {
  const id = `${table}_id`;
  await insertRows(
    tx,
    table,
    classes.map(([, , value], index) => ({ [id]: index + 1, value })),
  );
  const descriptions = classes.flatMap(([titles, unit], index) =>
    titles.map((title, language) => ({ [id]: index + 1, language_id: language + 1, title, unit })),
  );
  await insertRows(tx, `${table}_description`, descriptions);
}
