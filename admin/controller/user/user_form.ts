import type { UserForm } from '../../../extension/opencart/user/save_user';
import { listUserGroups } from '../../../extension/opencart/user/user_groups';
import type { UserData } from '../../../extension/opencart/user/users';
import type { TextFiles } from '../../../language';
import { flagIn, textIn, wholeIn, type Input } from '../../../system/http/input';
import { fill } from '../../../system/language';
import type { Admin } from '../../admin';
import type { FieldOption } from '../../fields';
import { formPage, openForm, type Form, type FormState } from '../../form/form';
import type { FieldView } from '../../view/partial/field';
import type { PlainFormView } from '../../view/partial/plain_form';
import type { Visit } from '../../visit';

export const ROUTE = 'user/user';

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

interface UserShown extends FormState {
  /** 0 for a new one. */
  readonly userId: number;
  readonly typed: UserTyped;
}

interface UserParts extends Form<TextFiles['user/user']> {
  readonly userId: number;
  readonly typed: UserTyped;
  readonly groups: readonly FieldOption[];
}

export async function userFormView(app: Admin, visit: Visit, shown: UserShown): Promise<PlainFormView> {
  const { userId, typed } = shown;
  const form = openForm(app, visit, { route: ROUTE, text: visit.texts(ROUTE), ...shown });
  const { text } = form;
  const groups = (await listUserGroups(app.db)).map((one) => ({ value: String(one.userGroupId), text: one.name }));
  const parts = { ...form, userId, typed, groups };
  const title = userId === 0 ? text.title_add : fill(text.title_edit, { name: typed.username });
  const [person, login] = [personFields(parts), loginFields(parts)];
  const fields = [...person, ...login];
  return {
    ...(await formPage(form, { title, query: { user_id: userId || null }, fields })),
    hidden: { user_id: String(userId) },
    cards: [
      { heading: text.heading_person, fields: person },
      { heading: text.heading_login, fields: login },
    ],
  };
}

function personFields({ field, text, typed, groups }: UserParts): FieldView[] {
  const name = { required: true, lengthMax: 32 };
  return [
    field.input({ id: 'firstname', label: text.entry_firstname, value: typed.firstName, ...name }),
    field.input({ id: 'lastname', label: text.entry_lastname, value: typed.lastName, ...name }),
    field.input({
      kind: 'email',
      id: 'email',
      label: text.entry_email,
      value: typed.email,
      required: true,
      lengthMax: 96,
    }),
    field.select({
      id: 'user_group_id',
      label: text.entry_group,
      value: String(typed.userGroupId),
      options: [{ value: '', text: text.select }, ...groups],
      required: true,
      help: text.help_group,
    }),
  ];
}

function loginFields({ field, text, typed, userId }: UserParts): FieldView[] {
  const isNew = userId === 0;
  const secret = { autocomplete: 'new-password', required: isNew, lengthMax: 72 };
  return [
    field.input({
      id: 'username',
      label: text.entry_username,
      value: typed.username,
      required: true,
      lengthMax: 20,
      autocomplete: 'off',
    }),
    field.input({
      kind: 'password',
      id: 'password',
      label: text.entry_password,
      value: '',
      ...secret,
      help: isNew ? text.help_password_new : text.help_password,
    }),
    field.input({ kind: 'password', id: 'confirm', label: text.entry_confirm, value: '', ...secret }),
    field.yesNo({ id: 'status', label: text.entry_status, value: typed.enabled, words: [text.enabled, text.disabled] }),
  ];
}
