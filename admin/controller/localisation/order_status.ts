import { listLanguages } from '../../../extension/opencart/localisation/languages';
import type { Names } from '../../../extension/opencart/names';
import { findOrderStatus, listOrderStatuses } from '../../../extension/opencart/localisation/order_statuses';
import { removeOrderStatus, saveOrderStatus } from '../../../extension/opencart/localisation/save_order_status';
import { readSettings } from '../../../extension/opencart/setting/settings';
import { notFound } from '../../../system/errors';
import { redirect, view, type Answer } from '../../../system/http/answer';
import { listIn, numberedIn, wholeIn } from '../../../system/http/input';
import { fill } from '../../../system/language';
import type { Admin } from '../../admin';
import { fieldMaker } from '../../fields';
import { attempt, FieldErrors, noErrors } from '../../form_errors';
import { doneWithJournal, savedWithJournal } from '../../journaled';
import { completedNames, nameFields, withoutEmptyNames } from '../../name_fields';
import { readOnlyText } from '../../read_only';
import type { OrderStatusListView } from '../../view/localisation/order_status_list';
import type { PlainFormView } from '../../view/partial/plain_form';
import type { Visit } from '../../visit';

const ROUTE = 'localisation/order_status';
const HOME = `/admin/${ROUTE}`;

export async function list(app: Admin, visit: Visit): Promise<Answer> {
  return view('localisation/order_status_list', await listView(app, visit, noErrors));
}

async function listView(app: Admin, visit: Visit, errors: FieldErrors): Promise<OrderStatusListView> {
  const text = visit.texts('localisation/order_status');
  const languages = await listLanguages(app.db);
  const statuses = await listOrderStatuses(app.db, languages[0]?.languageId ?? 1);
  const standard = (await readSettings(app.db, 0)).number('config_order_status_id', 0);
  return {
    title: text.title,
    crumbs: [{ text: text.title, href: visit.href(HOME) }],
    text: { ...visit.texts('common/form'), ...text },
    mayModify: visit.may('modify', ROUTE) && app.offers(`/${ROUTE}/form`),
    elsewhere: app.offers(`/${ROUTE}/form`) ? null : text.elsewhere,
    addHref: visit.href(`${HOME}/form`),
    deleteAction: visit.href(`${HOME}/delete`),
    errors: errors.list,
    rows: statuses.map(({ statusId, name }) => ({
      id: String(statusId),
      name: statusId === standard ? `${name} ${text.default_mark}` : name,
      selectLabel: fill(visit.texts('common/form').select_row, { name }),
      editHref: app.offers(`/${ROUTE}/form`) ? visit.href(`${HOME}/form`, { order_status_id: statusId }) : null,
    })),
  };
}

export async function form(app: Admin, visit: Visit): Promise<Answer> {
  const statusId = wholeIn(visit.query, 'order_status_id');
  const status = statusId === 0 ? null : await findOrderStatus(app.db, statusId);
  if (statusId !== 0 && status === null) throw notFound();
  return view('localisation/order_status_form', await formView(app, visit, statusId, status?.names ?? {}, noErrors));
}

async function formView(
  app: Admin,
  visit: Visit,
  statusId: number,
  names: Names,
  errors: FieldErrors,
): Promise<PlainFormView> {
  const text = { ...visit.texts('common/form'), ...visit.texts('localisation/order_status') };
  const title = statusId === 0 ? text.title_add : text.title_edit;
  const mayModify = visit.may('modify', 'localisation/order_status');
  const fields = nameFields(fieldMaker(errors, mayModify), await listLanguages(app.db), names, text, { lengthMax: 32 });
  return {
    title,
    crumbs: [
      { text: text.title, href: visit.href(HOME) },
      { text: title, href: visit.href(`${HOME}/form`, { order_status_id: statusId || null }) },
    ],
    text,
    action: visit.href(`${HOME}/save`),
    cancelHref: visit.href(HOME),
    hidden: { order_status_id: String(statusId) },
    mayModify,
    readOnly: await readOnlyText(app, visit, 'localisation/order_status'),
    errors: errors.list,
    cards: [{ heading: null, fields }],
  };
}

export async function save(app: Admin, visit: Visit): Promise<Answer> {
  const text = visit.texts('localisation/order_status');
  const statusId = wholeIn(visit.body, 'order_status_id');
  const names: Names = numberedIn(visit.body, 'name');
  const languages = await listLanguages(app.db);
  const stored = completedNames(languages, names);
  const saved = await attempt(
    visit,
    () => savedWithJournal(app, visit, ROUTE, statusId || null, (tx) => saveOrderStatus(tx, statusId || null, stored)),
    text,
  );
  if (!(saved instanceof FieldErrors)) return redirect(HOME, { kind: 'success', text: text.saved });
  const errors = withoutEmptyNames(saved, languages, names);
  return view('localisation/order_status_form', await formView(app, visit, statusId, names, errors), saved.status);
}

export async function remove(app: Admin, visit: Visit): Promise<Answer> {
  const text = visit.texts('localisation/order_status');
  const deleted: string[] = [];
  for (const id of listIn(visit.body, 'selected').map(Number)) {
    const status = await findOrderStatus(app.db, id);
    if (status === null) continue;
    const removed = await attempt(
      visit,
      () => doneWithJournal(app, visit, ROUTE, [id], (tx) => removeOrderStatus(tx, id)),
      text,
    );
    if (removed instanceof FieldErrors) {
      return view('localisation/order_status_list', await listView(app, visit, removed), removed.status);
    }
    deleted.push(Object.values(status.names)[0] ?? String(id));
  }
  return redirect(HOME, { kind: 'success', text: fill(text.deleted, { names: deleted.join(', ') }) });
}
