import type { UserForm } from '../../../extension/opencart/user/save_user';
import { listUserGroups } from '../../../extension/opencart/user/user_groups';
import type { UserData } from '../../../extension/opencart/user/users';
import { flagIn, textIn, wholeIn, type Input } from '../../../system/http/input';
import { fill } from '../../../system/language';
import type { Admin } from '../../admin';
import { fieldMaker, type FieldMaker, type FieldOption } from '../../fields';
import type { FieldErrors } from '../../form_errors';
import { readOnlyText } from '../../read_only';
import type { FieldCard, PlainFormView } from '../../view/partial/plain_form';
import type { Visit } from '../../visit';

const HOME = '/admin/user/user';

/** What the form shows; passwords never come back. */
export type UserTyped = UserData;

export const NEW_USER: UserTyped = {
  userGroupId: 0,
  username: '',
  firstName: '',
  lastName: '',
  email: '',
  enabled: true,
};

export function typedUserIn(body: Input): UserTyped {
  return {
    userGroupId: wholeIn(body, 'user_group_id'),
    username: textIn(body, 'username'),
    firstName: textIn(body, 'firstname'),
    lastName: textIn(body, 'lastname'),
    email: textIn(body, 'email'),
    enabled: flagIn(body, 'status'),
  };
}

/** Passwords are taken as they are, spaces included. */
export function postedUser(body: Input): { readonly user: UserForm; readonly confirmed: boolean } {
  const [password, confirm] = ['password', 'confirm'].map((name) => body[name]);
  const user = { ...typedUserIn(body), password: typeof password === 'string' ? password : '' };
  return { user, confirmed: user.password === (typeof confirm === 'string' ? confirm : '') };
}

export async function userFormView(
  app: Admin,
  visit: Visit,
  userId: number,
  typed: UserTyped,
  errors: FieldErrors,
): Promise<PlainFormView> {
  const text = { ...visit.texts('common/form'), ...visit.texts('user/user') };
  const mayModify = visit.may('modify', 'user/user');
  const title = userId === 0 ? text.title_add : fill(text.title_edit, { name: typed.username });
  const groups = (await listUserGroups(app.db)).map((one) => ({ value: String(one.userGroupId), text: one.name }));
  return {
    title,
    crumbs: [
      { text: text.title, href: visit.href(HOME) },
      { text: title, href: visit.href(`${HOME}/form`, { user_id: userId || null }) },
    ],
    text,
    action: visit.href(`${HOME}/save`),
    cancelHref: visit.href(HOME),
    mayModify,
    readOnly: await readOnlyText(app, visit, 'user/user'),
    errors: errors.list,
    hidden: { user_id: String(userId) },
    cards: cardsOf(visit, fieldMaker(errors, mayModify), typed, groups, userId === 0),
  };
}

function cardsOf(
  visit: Visit,
  maker: FieldMaker,
  typed: UserTyped,
  groups: readonly FieldOption[],
  isNew: boolean,
): FieldCard[] {
  const text = { ...visit.texts('common/form'), ...visit.texts('user/user') };
  const required = { required: true };
  const person = [
    maker.input('text', 'firstname', text.entry_firstname, typed.firstName, { ...required, lengthMax: 32 }),
    maker.input('text', 'lastname', text.entry_lastname, typed.lastName, { ...required, lengthMax: 32 }),
    maker.input('email', 'email', text.entry_email, typed.email, { ...required, lengthMax: 96 }),
    maker.select(
      'user_group_id',
      text.entry_group,
      String(typed.userGroupId),
      [{ value: '', text: text.select }, ...groups],
      { ...required, help: text.help_group },
    ),
  ];
  const secret = { autocomplete: 'new-password', required: isNew, lengthMax: 72 };
  const login = [
    maker.input('text', 'username', text.entry_username, typed.username, {
      ...{ ...required, lengthMax: 20, autocomplete: 'off' },
    }),
    maker.input('password', 'password', text.entry_password, '', {
      ...{ ...secret, help: isNew ? text.help_password_new : text.help_password },
    }),
    maker.input('password', 'confirm', text.entry_confirm, '', secret),
    maker.yesNo('status', text.entry_status, typed.enabled, [text.enabled, text.disabled]),
  ];
  return [
    { heading: text.heading_person, fields: person },
    { heading: text.heading_login, fields: login },
  ];
}
