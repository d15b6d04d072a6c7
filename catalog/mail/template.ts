import ejs from 'ejs';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PROJECT_ROOT } from '../../system/project_root';
import { inlineStyles } from './inline_styles';
import type { MailView } from './mail_view';

const FOLDER = join(PROJECT_ROOT, 'catalog/view/mail');

let compiled: ((view: MailView) => string) | null = null;

/** The HTML of a mail. The template is read and its styles are inlined once, with the first mail. */
export function renderHtml(view: MailView): string {
  compiled ??= compile();
  return compiled(view);
}

/**
 * Every rule becomes a `style` attribute in the template itself; only what cannot be said inline (dark mode, narrow
 * screens) stays in a style element.
 */
function compile(): (view: MailView) => string {
  const source = withParts(join(FOLDER, 'mail.ejs'));
  const inlined = inlineStyles(source, readFileSync(join(FOLDER, 'mail.css'), 'utf8'));
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
