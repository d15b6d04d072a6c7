/** The documented error codes that a client of the order API can meet. */
const NAMES = {
  1000: 'Unknown error',
  1001: 'Invalid amount',
  1002: 'Invalid currency',
  1006: 'Invalid order ID',
  1007: 'Invalid IP address',
  1008: 'Invalid description',
  1010: 'Invalid variable',
  1016: 'Missing data',
  1018: 'Invalid country code',
  1019: 'Site inactive',
  1023: 'Gateway unavailable',
  1025: 'Cart contains several currencies',
  1026: 'Cart currency differs from the order',
  1027: 'Cart total differs from the amount',
  1028: 'Invalid custom tax rate',
  1029: 'Invalid item tax rate',
  1031: 'Invalid item price',
  1032: 'Invalid API key',
  1034: 'Cannot refund',
} as const;

export type RefusalCode = keyof typeof NAMES;

/** Business errors come as 404 whatever they are about; only a wrong key and an unknown order to change differ. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly info: string,
    readonly status: number,
    /** Answered as `{message}` without the envelope. */
    readonly bare = false,
  ) {
    super(`${code} ${info}`);
  }
}

/** `detail` follows the code's own words after a colon. */
export function refusal(code: RefusalCode, detail = '', status = 404): Refusal {
  return new Refusal(code, detail === '' ? NAMES[code] : `${NAMES[code]}: ${detail}`, status);
}
