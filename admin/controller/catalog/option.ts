import { listLanguages } from '../../../extension/opencart/localisation/languages';
import { findOption } from '../../../extension/opencart/product/find_option';
import { findBlockedValue, listOptionUses, type OptionUse } from '../../../extension/opencart/product/option_uses';
import { removeOption, saveOption } from '../../../extension/opencart/product/save_option';
import type { Language } from '../../../extension/payment_link/order_book';
import { notFound } from '../../../system/errors';
import { redirect, view, type Answer } from '../../../system/http/answer';
import { textIn, wholeIn } from '../../../system/http/input';
import { fill } from '../../../system/language';
import type { Admin } from '../../admin';
import { deleteTicked, firstName, type Refused } from '../../delete_ticked';
import { attempt, FieldErrors } from '../../form_errors';
import { withoutEmptyNames } from '../../form/name_fields';
import { savedWithJournal } from '../../journaled';
import type { InUseView } from '../../view/partial/in_use';
import type { Visit } from '../../visit';
import { optionFormView, ROUTE } from './option_form';
import { optionListView } from './option_list';
import {
  NEW_OPTION,
  optionFormOf,
  optionTypedIn,
  optionTypedOf,
  valueTypedOf,
  withoutEmptyRows,
  withValueChanged,
  type WholeOptionTyped,
} from './option_typed';

const HOME = `/admin/${ROUTE}`;
const FORM = 'catalog/option_form';
const LIST = 'catalog/option_list';
/** Products that a refusal names; the others are counted. */
const NAMED_MAX = 20;

export async function list(app: Admin, visit: Visit): Promise<Answer> {
  return view(LIST, await optionListView(app, visit));
}

export async function form(app: Admin, visit: Visit): Promise<Answer> {
  const optionId = wholeIn(visit.query, 'option_id');
  const option = optionId === 0 ? null : await findOption(app.db, optionId);
  if (optionId !== 0 && option === null) throw notFound();
  const typed = option === null ? NEW_OPTION : optionTypedOf(option);
  return view(FORM, await optionFormView(app, visit, { optionId, typed }));
}

export async function save(app: Admin, visit: Visit): Promise<Answer> {
  const optionId = wholeIn(visit.body, 'option_id');
  const posted = optionTypedIn(visit.body);
  const changed = withValueChanged(posted, textIn(visit.body, 'act'));
  if (changed !== null) return view(FORM, await optionFormView(app, visit, { optionId, typed: changed }));
  const text = visit.texts(ROUTE);
  const typed = withoutEmptyRows(posted);
  const languages = await listLanguages(app.db);
  const id = optionId || null;
  const option = optionFormOf(typed, languages);
  const saved = await attempt(
    visit,
    () => savedWithJournal(app, visit, { route: ROUTE, id, save: (tx) => saveOption(tx, id, option) }),
    text,
  );
  if (!(saved instanceof FieldErrors)) return redirect(HOME, { kind: 'success', text: text.saved });
  const shown = (await valueBack(app, visit, saved, { optionId, typed })) ?? {
    // Of values that are wanted the empty rows stay, to be filled in.
    typed: typed.values.length === 0 ? posted : typed,
    errors: withoutUntyped(saved, languages, typed),
  };
  return view(FORM, await optionFormView(app, visit, { optionId, ...shown }), saved.status);
}

/** The form with the value that could not be removed, and the products that offer it; null for other refusals. */
async function valueBack(
  app: Admin,
  visit: Visit,
  { refusal }: FieldErrors,
  { optionId, typed }: { readonly optionId: number; readonly typed: WholeOptionTyped },
): Promise<{ readonly typed: WholeOptionTyped; readonly inUse: InUseView } | null> {
  const stored = refusal?.code === 'option_value_in_use' ? await findOption(app.db, optionId) : null;
  const kept = typed.values.map((value) => value.optionValueId);
  const blocked = stored && (await findBlockedValue(app.db, stored, kept));
  if (!blocked) return null;
  const title = fill(visit.texts(ROUTE).value_used_title, { name: blocked.name });
  const values = [...typed.values, valueTypedOf(blocked.value)];
  return { typed: { ...typed, values }, inUse: inUseView(visit, title, blocked.uses) };
}

function withoutUntyped(errors: FieldErrors, languages: readonly Language[], typed: WholeOptionTyped): FieldErrors {
  return typed.values.reduce(
    (left, value, index) => withoutEmptyNames(left, languages, value.names, `value_${index}_`),
    withoutEmptyNames(errors, languages, typed.names),
  );
}

export async function remove(app: Admin, visit: Visit): Promise<Answer> {
  const texts = visit.texts(ROUTE);
  return deleteTicked(app, visit, {
    ...{ route: ROUTE, texts, deleted: texts.deleted, remove: removeOption },
    nameOf: async (id) => firstName(await findOption(app.db, id)),
    show: (refused) => showRefused(app, visit, refused),
  });
}

async function showRefused(app: Admin, visit: Visit, { id, name, errors }: Refused): Promise<Answer> {
  const uses = errors.refusal?.code === 'option_in_use' ? await listOptionUses(app.db, id) : [];
  const title = fill(visit.texts(ROUTE).used_title, { name });
  const shown = uses.length > 0 ? { inUse: inUseView(visit, title, uses) } : { errors };
  return view(LIST, await optionListView(app, visit, shown), errors.status);
}

function inUseView(visit: Visit, title: string, uses: readonly OptionUse[]): InUseView {
  const mayOpen = visit.may('access', 'catalog/product');
  const named = uses.slice(0, NAMED_MAX).map(({ productId, name }) => ({
    text: name,
    href: mayOpen ? `${visit.href('/admin/catalog/product/form', { product_id: productId })}#tab-option` : null,
  }));
  const rest = uses.length - named.length;
  const more = rest > 0 ? [{ text: fill(visit.texts(ROUTE).used_more, { count: rest }), href: null }] : [];
  return { title, places: [...named, ...more] };
}
