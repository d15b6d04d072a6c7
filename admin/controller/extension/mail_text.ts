import {
  choiceFor,
  readMailChoice,
  saveMailChoice,
  type StoredMailChoice,
} from '../../../extension/payment_link/mail/mail_choices';
import { writeJournal } from '../../../extension/payment_link/journal/journal';
import type { MailKind } from '../../../extension/payment_link/mail_port';
import { transaction } from '../../../system/db/transaction';
import { redirect, view, type Answer } from '../../../system/http/answer';
import { textIn, type Input } from '../../../system/http/input';
import { fill } from '../../../system/language';
import type { Admin } from '../../admin';
import { FieldErrors, noErrors } from '../../form_errors';
import { chosenStore, personOf } from '../../settings_room';
import type { Visit } from '../../visit';
import { mailFormView, type MailFormState } from './mail_form';
import { mailListView } from './mail_list';
import { previewAnswer, renderSample } from './mail_preview';
import { sendTest } from './mail_test';
import { choiceIn, errorsIn, kindIn } from './mail_typed';

const FORM = 'extension/mail_form';

export async function list(app: Admin, visit: Visit): Promise<Answer> {
  return view('extension/mail_list', await mailListView(app, visit));
}

export async function form(app: Admin, visit: Visit): Promise<Answer> {
  const kind = kindIn(visit.query);
  const { store } = await chosenStore(app, visit.query);
  const choice = await readMailChoice(app.db, kind, store.storeId);
  const recipient = (await app.links.shops.identityOf(store.storeId)).email;
  const state = { ...start(kind, store.storeId, choice), tab: textIn(visit.query, 'tab'), recipient };
  return view(FORM, await mailFormView(app, visit, state));
}

export async function save(app: Admin, visit: Visit): Promise<Answer> {
  const text = visit.texts('extension/mail_text');
  const state = await typed(app, visit);
  const wrong = errorsIn(state.choice, text);
  if (wrong.length > 0) {
    return view(FORM, await mailFormView(app, visit, { ...state, errors: new FieldErrors(wrong, 422) }), 422);
  }
  await keep(app, visit, state);
  const { kind, storeId, tab } = state;
  const query = new URLSearchParams({ kind, store_id: String(storeId), ...(tab ? { tab } : {}) });
  const said = fill(text.saved, { name: text[`name_${kind}`] });
  return redirect(`/admin/extension/payment_link/mails/form?${query.toString()}`, { kind: 'success', text: said });
}

/** What is stored, for the frame at first sight. */
export async function preview(app: Admin, visit: Visit): Promise<Answer> {
  const kind = kindIn(visit.query);
  const { store } = await chosenStore(app, visit.query);
  const language = await languageIn(app, visit.query, 'language');
  const choice = choiceFor(await readMailChoice(app.db, kind, store.storeId), language);
  return previewAnswer(await renderSample(app, { kind, storeId: store.storeId, language, choice }), 'html');
}

/** What is typed. */
export async function previewTyped(app: Admin, visit: Visit): Promise<Answer> {
  const { kind, storeId, choice } = await typed(app, visit);
  const asText = textIn(visit.body, 'as_text') !== '';
  const language = await languageIn(app, visit.body, asText ? 'as_text' : 'language');
  const wanted = { kind, storeId, language, choice: choiceFor(choice, language) };
  return previewAnswer(await renderSample(app, wanted), asText ? 'text' : 'html');
}

export async function test(app: Admin, visit: Visit): Promise<Answer> {
  const state = await typed(app, visit);
  const language = await languageIn(app, visit.body, 'tab');
  const wanted = { kind: state.kind, storeId: state.storeId, language, choice: choiceFor(state.choice, language) };
  const sent = await sendTest(app, visit, wanted, state.recipient);
  const errors = sent instanceof FieldErrors ? sent : noErrors;
  const notice = sent instanceof FieldErrors ? null : sent;
  return view(FORM, await mailFormView(app, visit, { ...state, errors, notice }), errors.status);
}

async function typed(app: Admin, visit: Visit): Promise<MailFormState> {
  const kind = kindIn(visit.body);
  const { store } = await chosenStore(app, visit.body);
  const choice = choiceIn(visit.body, await app.orderBook.listLanguages(app.db));
  return {
    ...start(kind, store.storeId, choice),
    tab: textIn(visit.body, 'tab'),
    recipient: textIn(visit.body, 'recipient'),
  };
}

function start(kind: MailKind, storeId: number, choice: StoredMailChoice): MailFormState {
  return { kind, storeId, choice, errors: noErrors, tab: '', recipient: '', notice: null };
}

async function languageIn(app: Admin, input: Input, name: string): Promise<string> {
  const languages = await app.orderBook.listLanguages(app.db);
  const asked = textIn(input, name);
  return (languages.find(({ code }) => code === asked) ?? languages[0])?.code ?? 'en-gb';
}

async function keep(app: Admin, visit: Visit, { kind, storeId, choice }: MailFormState): Promise<void> {
  const now = app.clock.now();
  const { name, ip } = personOf(visit);
  const own = Object.keys(choice.texts).join(', ');
  await transaction(app.db, async (tx) => {
    await saveMailChoice(tx, kind, storeId, choice, now);
    const details = { kind, enabled: choice.enabled, own };
    await writeJournal(tx, { storeId, event: 'mail.choice_changed', details, actor: name, ip, at: now });
  });
}
