import type { Db } from '../../../system/db/table';
import { readJsonMembers } from '../../../system/json';
import { shopDialect } from '../dialect';
import { escapeText, plainText } from '../escaping';
import type { OrderMethod } from '../../payment_link/order_book';
import type { OrderRow } from './order_row';
import { fitText } from '../fit_text';
import { narrowText } from '../stored_text';

/** What a shipping method carries besides its name, as the totals need it again at the next edit. */
export interface StoredShipping extends OrderMethod {
  readonly cost: string;
  readonly taxClassId: number;
}

/** JSON as 4.0.2 and later write it; names inside are escaped like all text. */
export function writeMethod(method: OrderMethod): string {
  return JSON.stringify({ name: escapeText(method.name), code: method.code });
}

/** The columns of `order` that name how it is paid, as this shop's version keeps them. */
export function paymentColumns(db: Db, method: OrderMethod): Pick<OrderRow, 'payment_method' | 'payment_code'> {
  const dialect = shopDialect(db);
  if (dialect.ownTables) return { payment_method: writeMethod(method) };
  if (dialect.methods === 'json') {
    return { payment_method: phpJson({ name: escapeText(method.name), code: method.code }) };
  }
  const title = dialect.wideText ? method.name : narrowText(method.name);
  return { payment_method: fitText(title, 128), payment_code: codeBeforeJson(method.code).slice(0, 128) };
}

/** Before 4.0.2 an extension's code stands alone (`cod`), and a method of several follows a slash. */
function codeBeforeJson(code: string): string {
  const [extension = '', ...method] = code.split('.');
  return method.length === 0 || method.join('.') === extension ? extension : `${extension}/${method.join('.')}`;
}

/** As PHP's json_encode spells it: pure ASCII, slashes escaped, so any column can hold it. */
function phpJson(value: object): string {
  const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value)
    .replaceAll('/', '\\/')
    .replace(/[\u0080-\uffff]/g, escaped);
}

/** Cost and tax class are texts there, as the storefront writes them: exact, and PHP reads both. */
export function writeShipping(method: StoredShipping): string {
  return JSON.stringify({
    name: escapeText(method.name),
    code: method.code,
    cost: method.cost,
    tax_class_id: String(method.taxClassId),
    text: '',
  });
}

/** The columns of `order` that name how it ships, as an attached shop's version keeps them; empty when nothing ships. */
export function shippingColumns(
  db: Db,
  method: StoredShipping | null,
): Pick<OrderRow, 'shipping_method' | 'shipping_code'> {
  const dialect = shopDialect(db);
  if (dialect.methods === 'text') {
    if (method === null) return { shipping_method: '', shipping_code: '' };
    const title = dialect.wideText ? method.name : narrowText(method.name);
    return { shipping_method: fitText(title, 128), shipping_code: method.code.slice(0, 128) };
  }
  if (method === null) return { shipping_method: '' };
  const { code, cost, taxClassId } = method;
  const stored = { name: escapeText(method.name), code, cost, tax_class_id: String(taxClassId), text: '' };
  return { shipping_method: phpJson(stored) };
}

/**
 * Text that is a JSON object has name and code; any other text is the name as shown (rows of upgraded shops), and
 * the code then comes from the column that shop has for it. Null for the empty text: no method.
 */
export function readMethod(stored: string | null, code = ''): OrderMethod | null {
  const text = stored ?? '';
  if (text === '' && code === '') return null;
  const read = objectOf(text);
  if (read === null) return { code, name: plainText(text) };
  return { code: String(read['code'] ?? code), name: plainText(String(read['name'] ?? '')) };
}

/**
 * How an order is paid. The upgrade from 3.x keeps the plain title and writes its name-and-code object into the
 * custom fields by mistake: the code is found there.
 */
export function readPaymentMethod(
  row: Pick<OrderRow, 'payment_method' | 'payment_code' | 'payment_custom_field'>,
): OrderMethod | null {
  if (row.payment_code !== undefined) return readMethod(row.payment_method, row.payment_code);
  const stray = objectOf(row.payment_custom_field ?? '');
  const named = typeof stray?.['name'] === 'string' && typeof stray['code'] === 'string';
  return readMethod(row.payment_method, named ? String(stray['code']) : '');
}

/** The tax class that the shipping method had when it was chosen; null where the order does not say. */
export function readShippingTaxClass(stored: string | null): number | null {
  const taxClassId = Number(objectOf(stored ?? '')?.['tax_class_id'] ?? Number.NaN);
  return Number.isSafeInteger(taxClassId) ? taxClassId : null;
}

function objectOf(text: string): Readonly<Record<string, unknown>> | null {
  return text.startsWith('{') ? readJsonMembers(text) : null;
}
