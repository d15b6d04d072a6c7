import { ADMIN_ROUTES, type Permission } from '../../../extension/opencart/user/permissions';
import { fill } from '../../../system/language';
import type { Admin } from '../../admin';
import { formPage, openForm, type FormState } from '../../form/form';
import type { UserGroupFormView } from '../../view/user/user_permission_form';
import type { Visit } from '../../visit';

export const ROUTE = 'user/user_permission';

interface UserGroupShown extends FormState {
  /** 0 for a new one. */
  readonly groupId: number;
  readonly group: { readonly name: string; readonly permission: Permission };
}

export async function userGroupFormView(app: Admin, visit: Visit, shown: UserGroupShown): Promise<UserGroupFormView> {
  const { groupId, group } = shown;
  const { texts, routes } = visit.texts(ROUTE);
  const form = openForm(app, visit, { route: ROUTE, text: texts, ...shown });
  const { text } = form;
  const title = groupId === 0 ? text.title_add : fill(text.title_edit, { name: group.name });
  const named = { id: 'name', label: text.entry_name, value: group.name, required: true, lengthMax: 64 };
  const name = form.field.input(named);
  return {
    ...(await formPage(form, { title, query: { user_group_id: groupId || null }, fields: [name] })),
    groupId: String(groupId),
    name,
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
