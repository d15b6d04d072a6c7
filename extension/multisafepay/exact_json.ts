/** Strings, which are left alone, or whole numbers of sixteen digits and more, which a float cannot hold. */
const STRING_OR_LONG_NUMBER = /"(?:[^"\\]|\\.)*"|(?<![\w.+-])-?\d{16,}(?![\w.])/gs;

/**
 * `JSON.parse` that keeps long whole numbers as text: the provider's transaction ids have sixteen digits and more,
 * some above 2^53. @throws SyntaxError
 */
export function parseExact(text: string): unknown {
  return JSON.parse(text.replace(STRING_OR_LONG_NUMBER, (found) => (found.startsWith('"') ? found : `"${found}"`)));
}
