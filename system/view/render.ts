import ejs from 'ejs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../project_root';

/** A template reads everything from one object, `view`; nothing is global. */
type Template = (view: object) => string;

const compiled = new Map<string, Template>();

/** Whether templates are read again for every page; only `npm run dev` wants that. */
const reload = process.env['VIEW_RELOAD'] === '1';

/**
 * Renders `<folder>/<name>.ejs`, folder from the project's root: `render('admin/view', 'sale/order_list', view)`.
 * In a template, `view.partial('field', data)` draws `<folder>/partial/field.ejs`, which sees its data alone.
 */
export function render(folder: string, name: string, view: object): string {
  const file = join(PROJECT_ROOT, folder, `${name}.ejs`);
  let template = compiled.get(file);
  if (!template || reload) {
    template = compile(file);
    compiled.set(file, template);
  }
  return template({ ...view, partial: (part: string, data: object) => render(folder, `partial/${part}`, data) });
}

function compile(file: string): Template {
  return ejs.compile(readFileSync(file, 'utf8'), {
    filename: file,
    cache: !reload,
    _with: false,
    localsName: 'view',
    strict: true,
    rmWhitespace: true,
  }) as Template;
}
