import ejs from 'ejs';
import type juice from 'juice';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PROJECT_ROOT } from '../../system/project_root';
import type { MailView } from './mail_view';

const FOLDER = join(PROJECT_ROOT, 'catalog/view/mail');
const load = createRequire(__filename);

let compiled: ((view: MailView) => string) | null = null;

/** The HTML of a mail. The first mail of a process costs the inlining of the styles, each further one 0.2 ms. */
export function renderHtml(view: MailView): string {
  compiled ??= compile();
  return compiled(view);
}

/**
 * Mail programs drop style sheets, so every rule becomes a `style` attribute, once, in the template itself; only
 * what cannot be said inline (dark mode, narrow screens) stays in a style element.
 */
function compile(): (view: MailView) => string {
  const source = withParts(join(FOLDER, 'mail.ejs'));
  // Loaded with the first mail: it weighs more than the rest of the program's start.
  const { inlineContent } = load('juice') as typeof juice;
  const inlined = inlineContent(source, readFileSync(join(FOLDER, 'mail.css'), 'utf8'), {
    applyWidthAttributes: false,
    applyHeightAttributes: false,
    applyAttributesTableElements: false,
  });
  return ejs.compile(inlined.replace(/\n\s*\n/g, '\n'), { _with: false, localsName: 'view', strict: true }) as (
    view: MailView,
  ) => string;
}

/** Parts are joined before the styles are inlined: a part alone is no document. */
function withParts(file: string): string {
  return readFileSync(file, 'utf8').replace(/<%- include\('([\w./]+)'\) %>/g, (_whole, part: string) =>
    withParts(join(dirname(file), part)),
  );
}
