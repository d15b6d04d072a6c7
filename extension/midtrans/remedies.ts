/** What a person can do, by HTTP status or the body's `status_code`. Meaning from the provider's status tables. */
export const REMEDIES: Readonly<Record<number, string>> = {
  202: 'The bank refused the refund. Give the money back outside Midtrans, or ask Midtrans.',
  400: 'Correct what the message names in the order, then try again.',
  401: 'Check in the settings that the Server Key is complete and belongs to the chosen account type (test or live).',
  402: 'Activate this payment method at Midtrans, or choose another one for the order.',
  404: 'Midtrans does not know this link or payment. Make a new link.',
  406: 'Midtrans has seen this number before. Look the payment up in its dashboard before trying again.',
  409: 'The order number is already taken at Midtrans. Make a new link: it gets a number of its own.',
  412: 'A card payment can be given back once it is settled, mostly a day later: try again then. Virtual accounts and shop counters take no refunds: give the money back outside Midtrans.',
  414: 'Check that the amount is not more than what is left of the payment and that the balance covers it.',
};

export const OTHERWISE = 'Look the payment up in the Midtrans dashboard, or ask Midtrans with this code.';

export function remedyOf(code: number): string {
  return REMEDIES[code] ?? OTHERWISE;
}
