/** Name, code, P per cent or F amount, discount, whether it frees the shipping, least sub-total. */
export const DEMO_COUPONS = [
  ['10 per cent off', 'WELCOME10', 'P', '10.0000', false, '0.0000'],
  ['15 euro off from 75', 'FIFTEEN', 'F', '15.0000', false, '75.0000'],
  ['Free shipping', 'FREESHIP', 'P', '0.0000', true, '0.0000'],
] as const;
