import { listLanguages } from '../../../extension/opencart/localisation/languages';
import { listOptionPage, OPTION_SORTS } from '../../../extension/opencart/product/find_option';
import { fill } from '../../../system/language';
import type { Admin } from '../../admin';
import { noErrors, type FieldErrors } from '../../form_errors';
import { headingOf, listQueryOf, roundRows } from '../../list_query';
import type { OptionListView } from '../../view/catalog/option_list';
import type { InUseView } from '../../view/partial/in_use';
import type { Visit } from '../../visit';
import { ROUTE } from './option_form';

const HOME = `/admin/${ROUTE}`;

export async function optionListView(
  app: Admin,
  visit: Visit,
  { errors = noErrors, inUse = null }: { readonly errors?: FieldErrors; readonly inUse?: InUseView | null } = {},
): Promise<OptionListView> {
  const { types, ...own } = visit.texts(ROUTE);
  const text = { ...visit.texts('common/form'), ...own };
  const named: Readonly<Record<string, string>> = types;
  const query = listQueryOf(visit, OPTION_SORTS);
  const languageId = (await listLanguages(app.db))[0]?.languageId ?? 1;
  const { rows, total } = await listOptionPage(app.db, { ...query, languageId });
  const heading = (sort: (typeof OPTION_SORTS)[number], name: string, amount = false) =>
    headingOf({ visit, path: HOME, query }, { sort, text: name, amount });
  return {
    title: text.title,
    crumbs: [{ text: text.title, href: visit.href(HOME) }],
    text,
    mayModify: visit.may('modify', ROUTE),
    addHref: visit.href(`${HOME}/form`),
    deleteAction: visit.href(`${HOME}/delete`),
    errors: errors.list,
    inUse,
    ...roundRows({ visit, path: HOME, query }, total, text),
    headings: [
      heading('name', text.column_name),
      heading('type', text.column_type),
      heading('sort_order', text.column_sort_order, true),
    ],
    rows: rows.map(({ optionId, name, type, sortOrder }) => ({
      id: String(optionId),
      name,
      type: named[type] ?? type,
      sortOrder: String(sortOrder),
      selectLabel: fill(text.select_row, { name }),
      editHref: visit.href(`${HOME}/form`, { option_id: optionId }),
    })),
  };
}
