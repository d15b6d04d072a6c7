import { isObject, textIn } from '../json';
import type { JsonObject } from '../json';

const TITLE_MAX = 40;
const NAME_MAX = 50;

/** Items, customer and texts of a link request; adds what is wrong to `problems`. */
export function checkDetails(body: JsonObject, grossAmount: number | null, problems: string[]): void {
  if (letters(textIn(body, 'title')) > TITLE_MAX) problems.push(`title is longer than ${TITLE_MAX} characters`);
  for (const name of ['custom_field1', 'custom_field2', 'custom_field3']) {
    if (letters(textIn(body, name)) > 255) problems.push(`${name} too long`);
  }
  checkCustomer(body, problems);
  if (Array.isArray(body['item_details'])) checkItems(body['item_details'], grossAmount, problems);
}

function checkCustomer(body: JsonObject, problems: string[]): void {
  const customer = body['customer_details'];
  if (!isObject(customer)) return;
  const reachable = ['first_name', 'email', 'phone'].some((name) => textIn(customer, name) !== '');
  if (!reachable) problems.push('customer_details needs a first_name, an email or a phone');
  const limits = { first_name: 50, last_name: 50, email: 50, phone: 20, notes: 255 };
  for (const [name, max] of Object.entries(limits)) {
    if (letters(textIn(customer, name)) > max) problems.push(`customer_details.${name} too long`);
  }
}

/** The sum must be exact, discounts included, unless the payer chooses the amount. */
function checkItems(items: readonly unknown[], grossAmount: number | null, problems: string[]): void {
  const objects = items.filter(isObject);
  let sum = 0;
  for (const item of objects) {
    const name = textIn(item, 'name');
    if (name === '') problems.push('item_details.name is required');
    if (letters(name) > NAME_MAX) problems.push('item_details.name too long');
    sum += whole(item, 'price', problems) * whole(item, 'quantity', problems);
  }
  if (objects.some((item) => Number(item['quantity']) < 1)) problems.push('item_details.quantity must be at least 1');
  if (grossAmount !== null && objects.length > 0 && sum !== grossAmount) {
    problems.push('transaction_details.gross_amount is not equal to the sum of item_details');
  }
}

function whole(item: JsonObject, name: string, problems: string[]): number {
  const value = item[name];
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  problems.push(`item_details.${name} must be an integer`);
  return 0;
}

function letters(text: string): number {
  return [...text].length;
}
