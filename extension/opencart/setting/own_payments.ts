/** Payment methods of the shop itself, without a provider: OpenCart's own. */
export const OWN_PAYMENTS = [
  { code: 'bank_transfer', name: 'Bank Transfer' },
  { code: 'cod', name: 'Cash On Delivery' },
  { code: 'free_checkout', name: 'Free Checkout' },
] as const;
