import type { TextFiles } from '../../language';
import { joined } from '../../system/language';
import type { Admin } from '../admin';
import { fieldMaker, type FieldMaker } from '../fields';
import { noErrors, type FieldErrors } from '../form_errors';
import { readOnlyText } from '../read_only';
import { summaryOf, type NamedField } from './summary';
import type { FormPageView } from '../view/partial/form_page';
import type { Visit } from '../visit';

export type FormTexts = TextFiles['common/form'];

/** One form in one request: what the small functions that draw it share. */
export interface Form<Texts> {
  readonly app: Admin;
  readonly visit: Visit;
  /** Names the address below /admin, and the permission. */
  readonly route: string;
  /** The page's own words, and those that all forms share. */
  readonly text: Texts & FormTexts;
  readonly errors: FieldErrors;
  readonly mayModify: boolean;
  readonly field: FieldMaker;
  /** The tab that was open; empty for the first. */
  readonly tab: string;
}

/** How a form is shown: at first with no errors and its first tab. */
export interface FormState {
  readonly errors?: FieldErrors;
  readonly tab?: string;
}

interface FormBegun<Texts> extends FormState {
  readonly route: string;
  readonly text: Texts;
}

export function openForm<Texts extends object>(app: Admin, visit: Visit, begun: FormBegun<Texts>): Form<Texts> {
  const { route, errors = noErrors, tab = '' } = begun;
  const mayModify = visit.may('modify', route);
  const text = joined(visit.texts('common/form'), begun.text);
  return { app, visit, route, text, errors, mayModify, field: fieldMaker(errors, mayModify), tab };
}

interface FormAround {
  readonly title: string;
  /** Names the record in the form's own address. */
  readonly query: Readonly<Record<string, number | null>>;
  /** In the order in which they stand on the page. */
  readonly fields: readonly NamedField[];
}

/** What is around the fields of a form below a list. */
export async function formPage(
  { app, visit, route, text, errors, mayModify }: Form<{ readonly title: string }>,
  { title, query, fields }: FormAround,
): Promise<FormPageView> {
  const home = `/admin/${route}`;
  return {
    title,
    crumbs: [
      { text: text.title, href: visit.href(home) },
      { text: title, href: visit.href(`${home}/form`, query) },
    ],
    text,
    action: visit.href(`${home}/save`),
    cancelHref: visit.href(home),
    mayModify,
    readOnly: await readOnlyText(app, visit, route),
    errors: summaryOf(errors.list, fields),
  };
}

/** A page that is one form, without a list above it: it posts to itself. */
export async function lonePage(
  form: Form<{ readonly title: string }>,
  fields: readonly NamedField[],
): Promise<FormPageView> {
  const { visit, route, text } = form;
  const home = visit.href(`/admin/${route}`);
  return {
    ...(await formPage(form, { title: text.title, query: {}, fields })),
    crumbs: [{ text: text.title, href: home }],
    action: home,
    cancelHref: visit.href('/admin'),
  };
}
