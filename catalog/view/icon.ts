import { readFileSync } from 'node:fs';

const drawn = new Map<string, string>();

/** One of Bootstrap's icons as SVG for the page itself: no font and no request. Beside words, so silent. */
export function icon(name: string): string {
  let svg = drawn.get(name);
  if (svg === undefined) {
    svg = readFileSync(require.resolve(`bootstrap-icons/icons/${name}.svg`), 'utf8');
    svg = svg.replace('<svg ', '<svg aria-hidden="true" ').replace(/\s*\n\s*/g, '');
    drawn.set(name, svg);
  }
  return svg;
}
