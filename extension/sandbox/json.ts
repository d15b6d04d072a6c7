/** Bodies of other people's requests, before anything about them is known. */
export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member that is an object; anything else (PHP sends `[]` for an empty one) reads as an empty object. */
export function objectIn(holder: JsonObject, key: string): JsonObject {
  const value = holder[key];
  return isObject(value) ? value : {};
}

/** A member as text: numbers are accepted, everything else reads as the empty string. */
export function textIn(holder: JsonObject, key: string): string {
  const value = holder[key];
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}
