import { postedStore, readStoreForm, removeStore, saveStore } from '../../../extension/opencart/setting/save_store';
import { settingsOfStore } from '../../../extension/opencart/setting/store_settings';
import { findStore, listStores } from '../../../extension/opencart/setting/stores';
import { notFound } from '../../../system/errors';
import { redirect, view, type Answer } from '../../../system/http/answer';
import { textIn, wholeIn, type Input } from '../../../system/http/input';
import { fill, joined } from '../../../system/language';
import { withoutSecrets } from '../../../system/moved_secrets';
import type { Admin } from '../../admin';
import { deleteTicked } from '../../delete_ticked';
import { attempt, FieldErrors, noErrors } from '../../form_errors';
import { savedWithJournal } from '../../journaled';
import type { StoreListView } from '../../view/setting/store_list';
import type { Visit } from '../../visit';
import { ROUTE, storeFormView } from './store_form';

const HOME = `/admin/${ROUTE}`;
const FORM = 'setting/store_form';

export async function list(app: Admin, visit: Visit): Promise<Answer> {
  return view('setting/store_list', await listView(app, visit, noErrors));
}

async function listView(app: Admin, visit: Visit, errors: FieldErrors): Promise<StoreListView> {
  const text = joined(visit.texts('common/form'), visit.texts('setting/store'));
  const mayModify = visit.may('modify', 'setting/store');
  const stores = await listStores(app.db);
  return {
    title: text.title,
    crumbs: [{ text: text.title, href: visit.href(HOME) }],
    text,
    mayModify,
    addHref: visit.href(`${HOME}/form`),
    deleteAction: visit.href(`${HOME}/delete`),
    errors: errors.list,
    deletable: mayModify && stores.length > 1,
    rows: stores.map(({ storeId, name, url }) => ({
      id: String(storeId),
      name,
      url,
      isDefault: storeId === 0,
      selectLabel: fill(text.select_row, { name }),
      editHref: visit.href(`${HOME}/form`, { store_id: storeId }),
    })),
  };
}

/** 0 is the default store; without an id, a store is being added. */
function storeIdIn(input: Input): number | null {
  return textIn(input, 'store_id') === '' ? null : wholeIn(input, 'store_id', -1);
}

export async function form(app: Admin, visit: Visit): Promise<Answer> {
  const storeId = storeIdIn(visit.query);
  if (storeId !== null && (await findStore(app.db, storeId)) === null) throw notFound();
  const schema = settingsOfStore(storeId);
  const values = withoutSecrets(schema, await readStoreForm(app.db, app.secretKey, storeId));
  const tab = textIn(visit.query, 'tab');
  return view(FORM, await storeFormView(app, visit, { storeId, values, tab }));
}

export async function save(app: Admin, visit: Visit): Promise<Answer> {
  const storeId = storeIdIn(visit.body);
  const text = visit.texts('setting/store');
  const tab = textIn(visit.body, 'tab');
  const values = postedStore(storeId, visit.body);
  if (textIn(visit.body, 'act') === 'zones') {
    return view(FORM, await storeFormView(app, visit, { storeId, values, tab: tab || 'local' }));
  }
  const saved = await attempt(
    visit,
    () =>
      savedWithJournal(app, visit, {
        route: ROUTE,
        id: storeId,
        save: (tx) => saveStore(tx, app.secretKey, storeId, visit.body),
      }),
    text,
  );
  if (!(saved instanceof FieldErrors)) return redirect(HOME, { kind: 'success', text: text.saved });
  return view(FORM, await storeFormView(app, visit, { storeId, values, errors: saved, tab }), saved.status);
}

export async function remove(app: Admin, visit: Visit): Promise<Answer> {
  return deleteTicked(app, visit, {
    ...{ route: ROUTE, deleted: visit.texts('setting/store').deleted, remove: removeStore },
    nameOf: async (id) => (await findStore(app.db, id))?.name ?? null,
    show: async ({ errors }) => view('setting/store_list', await listView(app, visit, errors), errors.status),
  });
}
