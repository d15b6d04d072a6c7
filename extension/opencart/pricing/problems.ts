import { invalidForm } from '../../../system/errors';

/** What is wrong, beside the form field it is about: `lines.0.quantity`, `payment_address.country_id`. */
export type Problem = readonly [field: string, sentence: string];

/** @throws AppError `invalid_form` with every problem; a field shows its first. */
export function throwProblems(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const fields = new Map<string, string>();
  for (const [field, sentence] of problems) if (!fields.has(field)) fields.set(field, sentence);
  throw invalidForm({ fields: Object.fromEntries(fields) });
}

export function when(wrong: boolean, field: string, sentence: string): Problem[] {
  return wrong ? [[field, sentence]] : [];
}

/** The sentences, in one place. */
export const SAYS = {
  required: 'Please fill this in.',
  oneLine: 'Line breaks and control characters are not allowed here.',
  tooLong: (max: number) => `Please shorten this: ${max} characters at most, where & < > and " count for more.`,
  email: 'This is not an e-mail address.',
  store: 'There is no such store.',
  language: 'The shop does not have this language.',
  customerGroup: 'There is no such customer group.',
  customer: 'There is no such customer any more.',
  status: 'There is no such order status.',
  currency: 'The shop does not sell in this currency.',
  country: 'Please choose a country the shop knows.',
  zone: 'Please choose a region of this country.',
  noLines: 'Add at least one product.',
  quantity: 'The quantity must be a whole number from 1 to 999999.',
  product: 'This product is not for sale in this store any more.',
  minimum: (name: string, minimum: number) => `${name} is sold from ${minimum} pieces on.`,
  optionRequired: (name: string) => `Please choose or fill in ${name}.`,
  optionForeign: 'This option does not belong to the product.',
  optionValue: (name: string) => `Please choose one of the values of ${name}.`,
  tooMuch: 'The amounts of this order are larger than the shop can store.',
  shippingAddress: 'Something in this order is shipped: please enter where to.',
  shippingMissing: 'Something in this order is shipped: please choose how.',
  shippingUnknown: 'This shipping method is not available for this order.',
  points: 'Reward points are a whole number, 0 for none.',
  pointsCustomer: 'Only a registered customer has reward points.',
  pointsBalance: (points: number) => `The customer has ${points} reward points.`,
  pointsLines: (points: number) => `At most ${points} reward points can be used for these products.`,
  pointsOff: 'This shop does not take reward points.',
  couponOff: 'This shop does not take coupons.',
  couponUnknown: 'There is no such coupon.',
  bookedCoupon: 'A coupon is booked by the shop itself: please enter this order in the shop’s own admin.',
  bookedPoints: 'Reward points are booked by the shop itself: please enter this order in the shop’s own admin.',
  bookedCredit:
    'The customer has store credit, which the shop itself books: please enter this order in the shop’s own admin.',
  tooWide: (characters: string) => `The shop cannot store ${characters}: please leave it out.`,
  bookedPlan: 'A subscription is begun by the shop itself: please enter this order in the shop’s own admin.',
} as const;
