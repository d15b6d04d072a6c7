import { listLanguages } from '../../../extension/opencart/localisation/languages';
import type { Names } from '../../../extension/opencart/names';
import { findOrderStatus, listOrderStatuses } from '../../../extension/opencart/localisation/order_statuses';
import { removeOrderStatus, saveOrderStatus } from '../../../extension/opencart/localisation/save_order_status';
import { readSettings } from '../../../extension/opencart/setting/settings';
import { notFound } from '../../../system/errors';
import { redirect, view, type Answer } from '../../../system/http/answer';
import { numberedIn, wholeIn } from '../../../system/http/input';
import { fill, joined } from '../../../system/language';
import type { Admin } from '../../admin';
import { deleteTicked, firstName, type Refused } from '../../delete_ticked';
import { formPage, openForm, type FormState } from '../../form/form';
import { attempt, FieldErrors, noErrors } from '../../form_errors';
import { savedWithJournal } from '../../journaled';
import { completedNames, nameFields, withoutEmptyNames } from '../../form/name_fields';
import type { OrderStatusListView } from '../../view/localisation/order_status_list';
import type { PlainFormView } from '../../view/partial/plain_form';
import type { Visit } from '../../visit';
import { statusPlaces } from './status_uses';

const ROUTE = 'localisation/order_status';
const HOME = `/admin/${ROUTE}`;

export async function list(app: Admin, visit: Visit): Promise<Answer> {
  return view('localisation/order_status_list', await listView(app, visit));
}

async function listView(
  app: Admin,
  visit: Visit,
  { errors = noErrors, inUse = null }: Partial<Pick<OrderStatusListView, 'inUse'>> & { errors?: FieldErrors } = {},
): Promise<OrderStatusListView> {
  const text = visit.texts('localisation/order_status');
  const languages = await listLanguages(app.db);
  const statuses = await listOrderStatuses(app.db, languages[0]?.languageId ?? 1);
  const standard = (await readSettings(app.db, 0)).number('config_order_status_id', 0);
  return {
    title: text.title,
    crumbs: [{ text: text.title, href: visit.href(HOME) }],
    text: joined(visit.texts('common/form'), text),
    mayModify: visit.may('modify', ROUTE) && app.offers(`/${ROUTE}/form`),
    elsewhere: app.offers(`/${ROUTE}/form`) ? null : text.elsewhere,
    addHref: visit.href(`${HOME}/form`),
    deleteAction: visit.href(`${HOME}/delete`),
    errors: errors.list,
    inUse,
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
  return view('localisation/order_status_form', await formView(app, visit, { statusId, names: status?.names ?? {} }));
}

interface StatusShown extends FormState {
  /** 0 for a new one. */
  readonly statusId: number;
  readonly names: Names;
}

async function formView(app: Admin, visit: Visit, shown: StatusShown): Promise<PlainFormView> {
  const { statusId, names } = shown;
  const form = openForm(app, visit, { route: ROUTE, text: visit.texts(ROUTE), ...shown });
  const title = statusId === 0 ? form.text.title_add : form.text.title_edit;
  const fields = nameFields(form, { languages: await listLanguages(app.db), names, lengthMax: 32 });
  return {
    ...(await formPage(form, { title, query: { order_status_id: statusId || null }, fields })),
    hidden: { order_status_id: String(statusId) },
    cards: [{ heading: null, fields }],
  };
}

export async function save(app: Admin, visit: Visit): Promise<Answer> {
  const text = visit.texts('localisation/order_status');
  const statusId = wholeIn(visit.body, 'order_status_id');
  const id = statusId || null;
  const names: Names = numberedIn(visit.body, 'name');
  const languages = await listLanguages(app.db);
  const stored = completedNames(languages, names);
  const saved = await attempt(
    visit,
    () => savedWithJournal(app, visit, { route: ROUTE, id, save: (tx) => saveOrderStatus(tx, id, stored) }),
    text,
  );
  if (!(saved instanceof FieldErrors)) return redirect(HOME, { kind: 'success', text: text.saved });
  const errors = withoutEmptyNames(saved, languages, names);
  return view('localisation/order_status_form', await formView(app, visit, { statusId, names, errors }), saved.status);
}

export async function remove(app: Admin, visit: Visit): Promise<Answer> {
  const texts = visit.texts(ROUTE);
  return deleteTicked(app, visit, {
    ...{ route: ROUTE, texts, deleted: texts.deleted, remove: removeOrderStatus },
    nameOf: async (id) => firstName(await findOrderStatus(app.db, id)),
    show: (refused) => showRefused(app, visit, refused),
  });
}

async function showRefused(app: Admin, visit: Visit, { id, name, errors }: Refused): Promise<Answer> {
  const places = errors.refusal?.code === 'order_status_in_use' ? await statusPlaces(app, visit, id) : [];
  const title = fill(visit.texts(ROUTE).used_title, { name });
  const shown = places.length > 0 ? { inUse: { title, places } } : { errors };
  return view('localisation/order_status_list', await listView(app, visit, shown), errors.status);
}
