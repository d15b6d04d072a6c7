/**
 * Mail programs drop style sheets: every `class="a b"` of the markup gets the declarations of its classes as a
 * `style` attribute, in the sheet's order, and keeps its classes for the rules that cannot be said inline.
 * @throws Error for a rule that is more than one class, which this cannot place.
 */
export function inlineStyles(markup: string, sheet: string): string {
  const rules = readRules(sheet);
  return markup.replace(/ class="([^"<]+)"/g, (whole, names: string) => {
    const used = new Set(names.split(' '));
    const style = rules.filter(([name]) => used.has(name)).map(([, declarations]) => declarations);
    return style.length === 0 ? whole : `${whole} style="${style.join(' ').replace(/"/g, "'")}"`;
  });
}

function readRules(sheet: string): (readonly [string, string])[] {
  return [...sheet.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => {
    const name = /^\s*\.([\w-]+)\s*$/.exec(selector)?.[1];
    if (name === undefined) throw new Error(`not one class: ${selector.trim()}`);
    return [name, body.trim().replace(/\s+/g, ' ')] as const;
  });
}
