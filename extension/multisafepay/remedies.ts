/** What a person can do about the API's business errors, by code. Meaning from the provider's error reference. */
export const REMEDIES: Readonly<Record<string, string>> = {
  '1000': 'Check at MultiSafepay that the payment method is active for this website, then try again.',
  '1001': 'Check the order total: MultiSafepay takes whole minor units, at least one.',
  '1002': 'Activate this currency for the website at MultiSafepay, or give the order another currency.',
  '1006': 'The order number is already taken at MultiSafepay. Make a new link: it gets a number of its own.',
  '1007': "Correct the buyer's IP address, or leave it out.",
  '1008': 'Shorten the order description in the settings to 200 characters without HTML.',
  '1010': 'Shorten the order prefix in the settings.',
  '1014': 'Look for a message in the MultiSafepay dashboard, then try again.',
  '1015': 'Check in the settings that the API key belongs to this account.',
  '1016': "Complete the order's customer data: a value that MultiSafepay needs is missing.",
  '1017': 'Top up the balance at MultiSafepay.',
  '1018': "Correct the country of the order's addresses.",
  '1019': 'Activate the website in the MultiSafepay dashboard: it is blocked or inactive.',
  '1020': 'Ask MultiSafepay why the account is suspended.',
  '1021': 'The bank could not be reached. Try again in some minutes, or choose another payment method.',
  '1022': 'This payment is known to the bank already. Make a new link.',
  '1023': 'Activate this payment method at MultiSafepay, or choose another one for the order.',
  '1024': 'MultiSafepay declined. Check the customer data, or choose another payment method.',
  '1025': 'Give all order lines one currency.',
  '1026': 'Give the order lines the currency of the order.',
  '1027':
    'Save the order again, so that its totals are computed anew, or switch the shopping cart off in the settings.',
  '1028': "Check the tax rates of the order's products.",
  '1029': "Check the tax rates of the order's products; some payment methods accept certain rates only.",
  '1030': 'Choose a payment method that accepts this currency.',
  '1031': "Check the prices of the order's lines.",
  '1032': 'Check in the settings that the API key is complete and belongs to the chosen account type (test or live).',
  '1033': 'Look the payment up in the MultiSafepay dashboard before trying the refund again.',
  '1034':
    'Check that the amount is not more than what is left of the payment and that the balance covers it; the same amount can be refunded again after five minutes.',
  '1035': 'Check the API key in the settings.',
  '1036': 'Choose another bank, or leave the choice to the payment page.',
  '5001': 'Save the order again, so that its totals are computed anew.',
  '9999': 'Try again; when it fails again, ask MultiSafepay with the order number.',
};

export const OTHERWISE = 'Look for a message in the MultiSafepay dashboard, or ask MultiSafepay with this code.';

export function remedyOf(code: string): string {
  return REMEDIES[code] ?? OTHERWISE;
}

/** 401 and 403 without a code of their own are about the key. */
export const KEY_REMEDY = REMEDIES['1032'] ?? OTHERWISE;
