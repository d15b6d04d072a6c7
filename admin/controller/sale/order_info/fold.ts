import { randomBytes } from 'node:crypto';
import { textIn } from '../../../../system/http/input';
import type { ActionView } from '../../../view/sale/link_actions';
import type { FieldView } from '../../../view/partial/field';
import type { Visit } from '../../../visit';
import { typedIn, type Again } from './again';
import { panelAction, type PanelPage } from './panel';

/** Hidden fields of one press: a token that makes a second one harmless, and what it is about. */
export function pressHidden(ids: Readonly<Record<string, number | string>>): Record<string, string> {
  const named = Object.entries(ids).map(([name, value]): [string, string] => [name, String(value)]);
  return { form_token: randomBytes(16).toString('hex'), ...Object.fromEntries(named) };
}

export interface FoldParts {
  readonly form: string;
  /** Of the link or payment it is about. */
  readonly id: number;
  readonly idName: 'link_id' | 'payment_id';
  readonly page: PanelPage;
  readonly icon: string;
  readonly title: string;
  readonly sentence?: string;
  readonly submit: string;
  readonly danger?: boolean;
  readonly fields?: readonly FieldView[];
}

/** A form under a button; it posts to the route of its own name. */
export function fold(visit: Visit, again: Again | null, parts: FoldParts): ActionView {
  const { form, id, idName, page } = parts;
  const typed = typedIn(again, form, id);
  return {
    id: `${form.replaceAll('_', '-')}-${id}`,
    icon: parts.icon,
    title: parts.title,
    action: panelAction(visit, page, form),
    hidden: pressHidden({ [idName]: id }),
    sentence: parts.sentence ?? null,
    fields: (parts.fields ?? []).map((field) => refilled(field, id, typed)),
    submit: parts.submit,
    open: typed !== null,
    danger: parts.danger ?? false,
  };
}

/** The field with an id of its own, and with what was typed and its error when the form was refused. */
function refilled(field: FieldView, id: number, typed: Again | null): FieldView {
  const own = { ...field, id: `${field.name}-${id}` };
  if (typed === null) return own;
  const value = textIn(typed.body, field.name);
  const error = typed.errors.of(field.name);
  return {
    ...own,
    value,
    ...(field.options ? { options: field.options.map((one) => ({ ...one, selected: one.value === value })) } : {}),
    ...(error === undefined ? {} : { error }),
  };
}
