import { CUSTOMER_SORTS, listCustomers, type CustomerListItem } from '../../../extension/opencart/customer/customers';
import { listLanguages } from '../../../extension/opencart/localisation/languages';
import { readSettings } from '../../../extension/opencart/setting/settings';
import { fill, joined } from '../../../system/language';
import type { Admin } from '../../admin';
import { sayShopTime } from '../../dates';
import { headingOf, listQueryOf, roundRows } from '../../list_query';
import type { CustomerListView } from '../../view/customer/customer_list';
import type { Visit } from '../../visit';

const HOME = '/admin/customer/customer';

export async function customerListView(app: Admin, visit: Visit): Promise<CustomerListView> {
  const text = joined(visit.texts('common/form'), visit.texts('customer/customer'));
  const query = listQueryOf(visit, CUSTOMER_SORTS);
  const languageId = (await listLanguages(app.db))[0]?.languageId ?? 1;
  const { rows, total } = await listCustomers(app.db, { ...query, languageId });
  const { timeZone } = await readSettings(app.db, 0);
  const heading = (sort: (typeof CUSTOMER_SORTS)[number], name: string) =>
    headingOf({ visit, path: HOME, query }, { sort, text: name });
  return {
    title: text.title,
    crumbs: [{ text: text.title, href: visit.href(HOME) }],
    text,
    mayModify: visit.may('modify', 'customer/customer'),
    addHref: visit.href(`${HOME}/form`),
    deleteAction: visit.href(`${HOME}/delete`),
    ...roundRows({ visit, path: HOME, query }, total, text),
    headings: [
      heading('name', text.column_name),
      heading('email', text.column_email),
      heading('group', text.column_group),
      heading('status', text.column_status),
      heading('date_added', text.column_date_added),
    ],
    rows: rows.map((row) => rowOf(visit, row, app.clock.now(), timeZone)),
  };
}

function rowOf(visit: Visit, row: CustomerListItem, now: number, timeZone: string): CustomerListView['rows'][number] {
  const text = visit.texts('common/form');
  return {
    id: String(row.customerId),
    name: row.name,
    email: row.email,
    group: row.groupName,
    enabled: row.enabled,
    status: row.enabled ? text.enabled : text.disabled,
    dateAdded: sayShopTime(row.dateAdded, now, timeZone, visit.locale),
    selectLabel: fill(text.select_row, { name: row.name }),
    editHref: visit.href(`${HOME}/form`, { customer_id: row.customerId }),
  };
}
