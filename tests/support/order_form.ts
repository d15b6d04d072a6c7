/** The values that a choice on a page offers; the empty "please select" is none. */
export function optionsIn(html: string, name: string): string[] {
  const choice = new RegExp(`<select[^>]*name="${name}"[\\s\\S]*?</select>`).exec(html)?.[0] ?? '';
  return [...choice.matchAll(/<option value="([^"]+)"/g)].map(([, value = '']) => value);
}

/** The value that a choice on a page shows; `name` is a pattern. */
export function chosenIn(html: string, name: string): string {
  const choice = new RegExp(`<select[^>]*name="${name}"[\\s\\S]*?</select>`).exec(html)?.[0] ?? '';
  return /<option value="([^"]*)" selected/.exec(choice)?.[1] ?? '';
}
