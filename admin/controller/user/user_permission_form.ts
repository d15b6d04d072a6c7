import { ADMIN_ROUTES, type Permission } from '../../../extension/opencart/user/permissions';
import { fill } from '../../../system/language';
import type { Admin } from '../../admin';
import { fieldMaker } from '../../fields';
import type { FieldErrors } from '../../form_errors';
import { readOnlyText } from '../../read_only';
import type { UserGroupFormView } from '../../view/user/user_permission_form';
import type { Visit } from '../../visit';

const HOME = '/admin/user/user_permission';

export async function userGroupFormView(
  app: Admin,
  visit: Visit,
  groupId: number,
  group: { readonly name: string; readonly permission: Permission },
  errors: FieldErrors,
): Promise<UserGroupFormView> {
  const { texts, routes } = visit.texts('user/user_permission');
  const text = { ...visit.texts('common/form'), ...texts };
  const mayModify = visit.may('modify', 'user/user_permission');
  const title = groupId === 0 ? text.title_add : fill(text.title_edit, { name: group.name });
  return {
    title,
    crumbs: [
      { text: text.title, href: visit.href(HOME) },
      { text: title, href: visit.href(`${HOME}/form`, { user_group_id: groupId || null }) },
    ],
    text,
    action: visit.href(`${HOME}/save`),
    cancelHref: visit.href(HOME),
    groupId: String(groupId),
    mayModify,
    readOnly: await readOnlyText(app, visit, 'user/user_permission'),
    errors: errors.list,
    name: fieldMaker(errors, mayModify).input('text', 'name', text.entry_name, group.name, {
      ...{ required: true, lengthMax: 64 },
    }),
    rows: ADMIN_ROUTES.map((route) => ({
      route,
      page: routes[route],
      access: group.permission.access.includes(route),
      accessLabel: fill(text.access_of, { page: routes[route] }),
      modify: group.permission.modify.includes(route),
      modifyLabel: fill(text.modify_of, { page: routes[route] }),
    })).sort((a, b) => a.page.localeCompare(b.page, visit.locale)),
  };
}
