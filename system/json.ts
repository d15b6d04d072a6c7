/**
 * The value of a JSON text that others wrote, undefined when it is none. A text that only this program writes goes
 * through `JSON.parse`: when that one cannot be read, something is broken and must be heard.
 */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Its members (of a list, its elements by number); null when the text is no JSON, or that of a single value. */
export function readJsonMembers(text: string): Readonly<Record<string, unknown>> | null {
  const value = readJson(text);
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
}
