import { escapeText, plainText } from './escaping';
import type { OrderMethod } from '../payment_link/order_book';

/** What a shipping method carries besides its name, as the totals need it again at the next edit. */
export interface StoredShipping extends OrderMethod {
  readonly cost: string;
  readonly taxClassId: number;
}

/** JSON as 4.0.2 and later write it; names inside are escaped like all text. */
export function writeMethod(method: OrderMethod): string {
  return JSON.stringify({ name: escapeText(method.name), code: method.code });
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

/** The tax class that the shipping method had when it was chosen; null where the order does not say. */
export function readShippingTaxClass(stored: string | null): number | null {
  const taxClassId = Number(objectOf(stored ?? '')?.['tax_class_id'] ?? Number.NaN);
  return Number.isSafeInteger(taxClassId) ? taxClassId : null;
}

function objectOf(text: string): Record<string, unknown> | null {
  if (!text.startsWith('{')) return null;
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return null;
  }
}
