import { encode } from 'uqr';

/** Light modules around the code that readers need (ISO/IEC 18004: four). */
const QUIET_ZONE = 4;

/**
 * The code's modules with its quiet zone, true for dark. Level M: a printed or dimmed code with 15 % damage still
 * reads. Readers take any mask; trying all eight would cost four times as much.
 */
export function qrMatrix(text: string): boolean[][] {
  return encode(text, { ecc: 'M', border: QUIET_ZONE, boostEcc: false, maskPattern: 2 }).data;
}
