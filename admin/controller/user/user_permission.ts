import { ADMIN_ROUTES, NO_PERMISSION, type Permission } from '../../../extension/opencart/user/permissions';
import { removeUserGroup, saveUserGroup } from '../../../extension/opencart/user/save_user_group';
import { findUserGroup, listUserGroups, type UserGroup } from '../../../extension/opencart/user/user_groups';
import { listUsers } from '../../../extension/opencart/user/users';
import { notFound } from '../../../system/errors';
import { redirect, view, type Answer } from '../../../system/http/answer';
import { listIn, textIn, wholeIn } from '../../../system/http/input';
import { fill, joined } from '../../../system/language';
import type { Admin } from '../../admin';
import { deleteTicked } from '../../delete_ticked';
import { attempt, FieldErrors, noErrors } from '../../form_errors';
import { savedWithJournal } from '../../journaled';
import type { UserGroupListView } from '../../view/user/user_permission_list';
import type { Visit } from '../../visit';
import { ROUTE, userGroupFormView } from './user_permission_form';

const HOME = `/admin/${ROUTE}`;

export async function list(app: Admin, visit: Visit): Promise<Answer> {
  return view('user/user_permission_list', await listView(app, visit, noErrors));
}

async function listView(app: Admin, visit: Visit, errors: FieldErrors): Promise<UserGroupListView> {
  const text = joined(visit.texts('common/form'), visit.texts('user/user_permission').texts);
  const users = await listUsers(app.db);
  const members = (group: UserGroup) => users.filter((user) => user.userGroupId === group.userGroupId).length;
  const pages = (routes: readonly string[]): string =>
    fill(text.pages, { count: ADMIN_ROUTES.filter((one) => routes.includes(one)).length, total: ADMIN_ROUTES.length });
  return {
    title: text.title,
    crumbs: [{ text: text.title, href: visit.href(HOME) }],
    text,
    mayModify: visit.may('modify', 'user/user_permission'),
    addHref: visit.href(`${HOME}/form`),
    deleteAction: visit.href(`${HOME}/delete`),
    errors: errors.list,
    rows: (await listUserGroups(app.db)).map((group) => ({
      id: String(group.userGroupId),
      name: group.name,
      users: String(members(group)),
      access: pages(group.permission.access),
      modify: pages(group.permission.modify),
      selectLabel: fill(text.select_row, { name: group.name }),
      editHref: visit.href(`${HOME}/form`, { user_group_id: group.userGroupId }),
    })),
  };
}

export async function form(app: Admin, visit: Visit): Promise<Answer> {
  const groupId = wholeIn(visit.query, 'user_group_id');
  const group = groupId === 0 ? { name: '', permission: NO_PERMISSION } : await findUserGroup(app.db, groupId);
  if (group === null) throw notFound();
  return view('user/user_permission_form', await userGroupFormView(app, visit, { groupId, group }));
}

export async function save(app: Admin, visit: Visit): Promise<Answer> {
  const text = visit.texts('user/user_permission').texts;
  const groupId = wholeIn(visit.body, 'user_group_id');
  const id = groupId || null;
  const stored = groupId === 0 ? null : await findUserGroup(app.db, groupId);
  const group = { name: textIn(visit.body, 'name'), permission: permissionIn(visit, stored?.permission) };
  const saved = await attempt(
    visit,
    () => savedWithJournal(app, visit, { route: ROUTE, id, save: (tx) => saveUserGroup(tx, id, group) }),
    text,
  );
  if (!(saved instanceof FieldErrors)) return redirect(HOME, { kind: 'success', text: text.saved });
  const page = await userGroupFormView(app, visit, { groupId, group, errors: saved });
  return view('user/user_permission_form', page, saved.status);
}

/** Routes that this program does not know stay as they are: another program of the shop may need them. */
function permissionIn(visit: Visit, stored: Permission = NO_PERMISSION): Permission {
  const isKnown = (route: string): boolean => ADMIN_ROUTES.some((one) => one === route);
  const unknown = (routes: readonly string[]): string[] => routes.filter((route) => !isKnown(route));
  const modify = listIn(visit.body, 'modify').filter(isKnown);
  return {
    access: [...new Set([...listIn(visit.body, 'access').filter(isKnown), ...modify, ...unknown(stored.access)])],
    modify: [...modify, ...unknown(stored.modify)],
  };
}

export async function remove(app: Admin, visit: Visit): Promise<Answer> {
  return deleteTicked(app, visit, {
    ...{ route: ROUTE, deleted: visit.texts('user/user_permission').texts.deleted, remove: removeUserGroup },
    nameOf: async (id) => (await findUserGroup(app.db, id))?.name ?? null,
    show: async ({ errors }) => view('user/user_permission_list', await listView(app, visit, errors), errors.status),
  });
}
