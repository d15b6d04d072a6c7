import { hashTyped, removeUser, saveUser } from '../../../extension/opencart/user/save_user';
import { readSettings } from '../../../extension/opencart/setting/settings';
import { findUser, listUsers, type User } from '../../../extension/opencart/user/users';
import { listUserGroups } from '../../../extension/opencart/user/user_groups';
import type { Tx } from '../../../system/db/table';
import { invalidForm, notFound } from '../../../system/errors';
import { redirect, view, type Answer } from '../../../system/http/answer';
import { wholeIn } from '../../../system/http/input';
import { revokeSessionsOf } from '../../../system/http/session_store';
import { fill, joined } from '../../../system/language';
import type { Admin } from '../../admin';
import { deleteTicked } from '../../delete_ticked';
import { sayShopTime, type SaidDate } from '../../dates';
import { attempt, FieldErrors, noErrors } from '../../form_errors';
import { savedWithJournal } from '../../journaled';
import { keepSession } from '../../session_user';
import type { UserListView } from '../../view/user/user_list';
import type { Visit } from '../../visit';
import { NEW_USER, postedUser, ROUTE, typedUserIn, userFormView, type UserTyped } from './user_form';

const HOME = `/admin/${ROUTE}`;

export async function list(app: Admin, visit: Visit): Promise<Answer> {
  return view('user/user_list', await listView(app, visit, noErrors));
}

async function listView(app: Admin, visit: Visit, errors: FieldErrors): Promise<UserListView> {
  const text = joined(visit.texts('common/form'), visit.texts('user/user'));
  const groups = await listUserGroups(app.db);
  const { timeZone } = await readSettings(app.db, 0);
  const said = (user: User): SaidDate => sayShopTime(user.dateAdded, app.clock.now(), timeZone, visit.locale);
  const groupName = (id: number): string => groups.find((one) => one.userGroupId === id)?.name ?? text.no_group;
  return {
    title: text.title,
    crumbs: [{ text: text.title, href: visit.href(HOME) }],
    text,
    mayModify: visit.may('modify', 'user/user'),
    addHref: visit.href(`${HOME}/form`),
    deleteAction: visit.href(`${HOME}/delete`),
    errors: errors.list,
    rows: (await listUsers(app.db)).map((user) => rowOf(visit, user, groupName(user.userGroupId), said(user))),
  };
}

function rowOf(visit: Visit, user: User, group: string, dateAdded: SaidDate): UserListView['rows'][number] {
  const text = joined(visit.texts('common/form'), visit.texts('user/user'));
  return {
    id: String(user.userId),
    username: user.userId === visit.user.userId ? `${user.username} ${text.you}` : user.username,
    name: `${user.firstName} ${user.lastName}`.trim(),
    group,
    enabled: user.enabled,
    status: user.enabled ? text.enabled : text.disabled,
    dateAdded,
    selectLabel: fill(text.select_row, { name: user.username }),
    editHref: visit.href(`${HOME}/form`, { user_id: user.userId }),
  };
}

export async function form(app: Admin, visit: Visit): Promise<Answer> {
  const userId = wholeIn(visit.query, 'user_id');
  const typed: UserTyped | null = userId === 0 ? NEW_USER : await findUser(app.db, userId);
  if (typed === null) throw notFound();
  return view('user/user_form', await userFormView(app, visit, { userId, typed }));
}

export async function save(app: Admin, visit: Visit): Promise<Answer> {
  const text = visit.texts('user/user');
  const userId = wholeIn(visit.body, 'user_id');
  const typed = typedUserIn(visit.body);
  const { user, confirmed } = postedUser(visit.body);
  const saved = await attempt(
    visit,
    async () => {
      if (!confirmed) throw invalidForm({ fields: { confirm: 'error_confirm' } });
      const hash = await hashTyped(user.password);
      const save = (tx: Tx) => saveUser(tx, app.clock, userId || null, user, hash);
      return savedWithJournal(app, visit, { route: ROUTE, id: userId || null, save });
    },
    text,
  );
  if (saved instanceof FieldErrors) {
    return view('user/user_form', await userFormView(app, visit, { userId, typed, errors: saved }), saved.status);
  }
  if (userId !== 0 && user.password !== '') {
    await revokeSessionsOf(app.db, userId, visit.request.sessionID);
    if (userId === visit.user.userId) await keepSession(app, visit.request);
  }
  return redirect(HOME, { kind: 'success', text: text.saved });
}

export async function remove(app: Admin, visit: Visit): Promise<Answer> {
  return deleteTicked(app, visit, {
    ...{ route: ROUTE, deleted: visit.texts('user/user').deleted },
    nameOf: async (id) => (await findUser(app.db, id))?.username ?? null,
    async remove(tx, id) {
      await removeUser(tx, id, visit.user.userId);
      await revokeSessionsOf(tx, id);
    },
    show: async ({ errors }) => view('user/user_list', await listView(app, visit, errors), errors.status),
  });
}
