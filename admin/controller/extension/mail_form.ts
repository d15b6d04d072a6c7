import {
  MAIL_PLACEHOLDERS,
  SUBJECT_LENGTH_MAX,
  WORDS_LENGTH_MAX,
  type StoredMailChoice,
} from '../../../extension/payment_link/mail/mail_choices';
import type { MailKind } from '../../../extension/payment_link/mail_port';
import type { Language } from '../../../extension/payment_link/order_book';
import type { TextFiles } from '../../../language';
import { fill } from '../../../system/language';
import type { Admin } from '../../admin';
import { formPage, openForm, type Form } from '../../form/form';
import { under } from '../../form/summary';
import type { FieldErrors } from '../../form_errors';
import type { MailFormView, MailPanelView } from '../../view/extension/mail_form';
import type { FieldView } from '../../view/partial/field';
import type { NoticeView } from '../../view/payment/settings';
import { tabsOf, type TabView } from '../../view/partial/tabs';
import type { Visit } from '../../visit';

const ROUTE = 'extension/payment_link';
const HOME = `/admin/${ROUTE}/mails`;

export interface MailFormState {
  readonly kind: MailKind;
  readonly storeId: number;
  readonly choice: StoredMailChoice;
  readonly errors: FieldErrors;
  /** Code of the language whose tab is open. */
  readonly tab: string;
  readonly recipient: string;
  readonly notice: NoticeView | null;
}

interface MailParts extends Form<TextFiles['extension/mail_text']> {
  readonly state: MailFormState;
  readonly languages: readonly Language[];
}

export async function mailFormView(app: Admin, visit: Visit, state: MailFormState): Promise<MailFormView> {
  const form = openForm(app, visit, { route: ROUTE, text: visit.texts('extension/mail_text'), ...state });
  const { text, field } = form;
  const { kind, storeId, choice } = state;
  const parts: MailParts = { ...form, state, languages: await app.orderBook.listLanguages(app.db) };
  const shown = tabs(parts);
  const panels = parts.languages.map((language, index) => panelOf(parts, language, shown[index]?.open === true));
  const recipient = recipientField(parts);
  const fields = [recipient, ...panels.flatMap((panel) => under(panel.heading, panel.fields))];
  return {
    ...(await formPage(form, { title: text[`name_${kind}`], query: {}, fields })),
    crumbs: crumbsOf(visit, kind, storeId),
    scripts: ['tabs.js'],
    when: text[`when_${kind}`],
    action: visit.href(`${HOME}/save`),
    previewAction: visit.href(`${HOME}/preview`),
    testAction: visit.href(`${HOME}/test`),
    cancelHref: visit.href(HOME, { store_id: storeId || null }),
    kind,
    storeId: String(storeId),
    notice: state.notice,
    enabled: field.yesNo({
      id: 'enabled',
      label: text.entry_enabled,
      value: choice.enabled,
      words: [text.yes, text.no],
      help: text.help_enabled,
    }),
    recipient,
    placeholders: MAIL_PLACEHOLDERS.map((name) => `{${name}}`),
    tabs: shown,
    panels,
  };
}

/** One for each language. */
function tabs({ visit, errors, languages, tab }: MailParts): TabView[] {
  const wrong = (code: string): boolean => errors.list.some((error) => error.field.endsWith(`_${code}`));
  return tabsOf(
    languages.map(({ code, name }) => ({ id: code, text: name, wrong: wrong(code) })),
    tab,
    visit.texts('extension/payment').tab_wrong,
  );
}

function recipientField({ field, text, state }: MailParts): FieldView {
  return field.input({
    kind: 'email',
    id: 'recipient',
    label: text.entry_recipient,
    value: state.recipient,
    help: text.test_help,
    lengthMax: 250,
    autocomplete: 'email',
  });
}

function panelOf(parts: MailParts, { code, name }: Language, open: boolean): MailPanelView {
  const { visit, text, state } = parts;
  const query = { kind: state.kind, store_id: state.storeId || null, language: code };
  return {
    id: code,
    code,
    heading: name,
    open,
    fields: wordFields(parts, code),
    frame: `preview-${code}`,
    frameTitle: fill(text.preview_title, { language: name }),
    frameHref: visit.href(`${HOME}/preview`, query),
  };
}

function wordFields({ field, text, state }: MailParts, code: string): FieldView[] {
  const own = state.choice.texts[code];
  return [
    field.input({
      id: `subject_${code}`,
      label: text.entry_subject,
      value: own?.subject ?? '',
      help: text.help_subject,
      lengthMax: SUBJECT_LENGTH_MAX,
      wide: true,
    }),
    field.input({
      kind: 'textarea',
      id: `words_${code}`,
      label: text.entry_words,
      value: own?.words ?? '',
      help: text.help_words,
      lengthMax: WORDS_LENGTH_MAX,
      rows: 6,
      wide: true,
    }),
  ];
}

function crumbsOf(visit: Visit, kind: MailKind, storeId: number): NonNullable<MailFormView['crumbs']> {
  const text = visit.texts('extension/mail_text');
  const store = { store_id: storeId || null };
  return [
    { text: visit.texts('extension/payment').settings_links, href: visit.href(`/admin/${ROUTE}`) },
    { text: text.title, href: visit.href(HOME, store) },
    { text: text[`name_${kind}`], href: visit.href(`${HOME}/form`, { kind, ...store }) },
  ];
}
