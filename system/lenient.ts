import { z } from 'zod';

/**
 * Reading other people's JSON: numbers come as strings and the reverse; absent, null, "", {} and [] all mean nothing.
 * None of these ever fails.
 */
function anything() {
  return z.unknown().optional();
}

/** Text or a number as text, trimmed; "" for anything else. */
export const text = anything().transform((value) =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '',
);

/** A whole number that a float holds exactly; null when it is none. */
export const whole = anything().transform((value) => {
  const number = typeof value === 'string' && /^-?\d{1,15}$/.test(value.trim()) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : null;
});

/** A decimal as exact text; null when it is none. */
export const decimalText = anything().transform((value) => {
  const given = typeof value === 'number' && Number.isFinite(value) ? value.toString() : value;
  return typeof given === 'string' && /^-?\d{1,15}(\.\d{1,15})?(e-?\d{1,2})?$/i.test(given.trim())
    ? given.trim()
    : null;
});

/** true, 1, "1". */
export const yes = anything().transform((value) => value === true || value === 1 || value === '1');

export const texts = anything()
  .transform((value): unknown[] => (Array.isArray(value) ? value : []))
  .pipe(z.array(text));

export function objectOf<Shape extends z.ZodRawShape>(shape: Shape) {
  return anything()
    .transform((value) => (isObject(value) ? value : {}))
    .pipe(z.object(shape));
}

export function listOf<Shape extends z.ZodRawShape>(shape: Shape) {
  return anything()
    .transform((value) => (Array.isArray(value) ? value.filter(isObject) : []))
    .pipe(z.array(z.object(shape)));
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
