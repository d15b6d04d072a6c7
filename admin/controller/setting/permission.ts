import {
  choiceOf,
  saveShopPermissions,
  type GroupChoice,
} from '../../../extension/opencart/user/save_shop_permissions';
import { levelOf, permissionHere, SHOP_LEVELS } from '../../../extension/opencart/user/shop_permissions';
import { listUserGroups, type UserGroup } from '../../../extension/opencart/user/user_groups';
import { redirect, view, type Answer } from '../../../system/http/answer';
import { textIn } from '../../../system/http/input';
import { fill } from '../../../system/language';
import type { Admin } from '../../admin';
import { lonePage, openForm } from '../../form/form';
import { attempt, FieldErrors, noErrors } from '../../form_errors';
import type { PlainFormView } from '../../view/partial/plain_form';
import type { Visit } from '../../visit';

const ROUTE = 'setting/permission';
const HOME = `/admin/${ROUTE}`;

/** On an attached shop: which of its user groups may do what here. PHP drops permissions that it does not know. */
export async function form(app: Admin, visit: Visit): Promise<Answer> {
  const choices = new Map<number, GroupChoice>();
  for (const group of await listUserGroups(app.db)) choices.set(group.userGroupId, await choiceOf(app.db, group));
  return view('setting/permission_form', await formView(app, visit, choices, noErrors));
}

export async function save(app: Admin, visit: Visit): Promise<Answer> {
  const text = visit.texts(ROUTE);
  const groups = await listUserGroups(app.db);
  const choices = new Map<number, GroupChoice>();
  for (const group of groups) choices.set(group.userGroupId, await typedFor(app, visit, group));
  const wishes = groups.map((group) => ({ group, choice: choices.get(group.userGroupId) ?? 'shop' }));
  const { username: name, userGroupId } = visit.user;
  const person = { name, userGroupId, ip: visit.ip, at: app.clock.now() };
  const saved = await attempt(visit, () => saveShopPermissions(app.db, wishes, person), text);
  if (!(saved instanceof FieldErrors)) return redirect(HOME, { kind: 'success', text: text.saved });
  return view('setting/permission_form', await formView(app, visit, choices, saved), saved.status);
}

/** A group that came into being while the form was open keeps what it has. */
async function typedFor(app: Admin, visit: Visit, group: UserGroup): Promise<GroupChoice> {
  const typed = textIn(visit.body, `group_${group.userGroupId}`);
  if (typed === 'shop') return 'shop';
  return SHOP_LEVELS.find((level) => level === typed) ?? choiceOf(app.db, group);
}

async function formView(
  app: Admin,
  visit: Visit,
  choices: ReadonlyMap<number, GroupChoice>,
  errors: FieldErrors,
): Promise<PlainFormView> {
  const form = openForm(app, visit, { route: ROUTE, text: visit.texts(ROUTE), errors });
  const { text } = form;
  const levels = SHOP_LEVELS.map((level) => ({ value: level, text: text[`level_${level}`] }));
  const fields = (await listUserGroups(app.db)).map((group) => {
    const inPhp = text[`level_${levelOf(permissionHere(group.permission))}`];
    const shop = { value: 'shop', text: fill(text.level_shop, { level: inPhp }) };
    const chosen = choices.get(group.userGroupId) ?? 'shop';
    return form.field.select({
      id: `group_${group.userGroupId}`,
      label: group.name,
      value: chosen,
      options: [shop, ...levels],
      wide: true,
    });
  });
  return {
    ...(await lonePage(form, fields)),
    hidden: {},
    cards: [{ heading: null, note: text.intro, fields }],
  };
}
