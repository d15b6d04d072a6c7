import {
  MAIL_PLACEHOLDERS,
  SUBJECT_LENGTH_MAX,
  WORDS_LENGTH_MAX,
  type StoredMailChoice,
} from '../../../extension/payment_link/mail/mail_choices';
import type { MailKind } from '../../../extension/payment_link/mail_port';
import type { Language } from '../../../extension/payment_link/order_book';
import { fill } from '../../../system/language';
import type { Admin } from '../../admin';
import { fieldMaker, type FieldMaker } from '../../fields';
import type { FieldErrors } from '../../form_errors';
import { readOnlyText } from '../../read_only';
import type { MailFormView, MailPanelView } from '../../view/extension/mail_form';
import type { NoticeView } from '../../view/payment/settings';
import { tabsOf } from '../../view/partial/tabs';
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

export async function mailFormView(app: Admin, visit: Visit, state: MailFormState): Promise<MailFormView> {
  const text = visit.texts('extension/mail_text');
  const { kind, storeId, choice, errors } = state;
  const mayModify = visit.may('modify', ROUTE);
  const maker = fieldMaker(errors, mayModify);
  const form = visit.texts('common/form');
  const languages = await app.orderBook.listLanguages(app.db);
  const store = { store_id: storeId || null };
  const wrong = (code: string): boolean => errors.list.some((error) => error.field.endsWith(`_${code}`));
  const tabs = tabsOf(
    languages.map(({ code, name }) => ({ id: code, text: name, wrong: wrong(code) })),
    state.tab,
    visit.texts('extension/payment').tab_wrong,
  );
  return {
    title: text[`name_${kind}`],
    crumbs: crumbsOf(visit, kind, storeId),
    scripts: ['tabs.js'],
    text: { ...form, ...text },
    when: text[`when_${kind}`],
    action: visit.href(`${HOME}/save`),
    previewAction: visit.href(`${HOME}/preview`),
    testAction: visit.href(`${HOME}/test`),
    cancelHref: visit.href(HOME, store),
    kind,
    storeId: String(storeId),
    mayModify,
    readOnly: await readOnlyText(app, visit, ROUTE),
    errors: errors.list,
    notice: state.notice,
    enabled: maker.yesNo('enabled', text.entry_enabled, choice.enabled, [form.yes, form.no], {
      help: text.help_enabled,
    }),
    recipient: maker.input('email', 'recipient', text.entry_recipient, state.recipient, {
      ...{ help: text.test_help, lengthMax: 250, autocomplete: 'email' },
    }),
    placeholders: MAIL_PLACEHOLDERS.map((name) => `{${name}}`),
    tabs,
    panels: languages.map((language) => panelOf(visit, maker, state, language, language.code === openOf(tabs))),
  };
}

function openOf(tabs: MailFormView['tabs']): string {
  return tabs.find((tab) => tab.open)?.id ?? '';
}

function panelOf(
  visit: Visit,
  maker: FieldMaker,
  state: MailFormState,
  { code, name }: Language,
  open: boolean,
): MailPanelView {
  const text = visit.texts('extension/mail_text');
  const own = state.choice.texts[code];
  const query = { kind: state.kind, store_id: state.storeId || null, language: code };
  return {
    id: code,
    code,
    heading: name,
    open,
    fields: [
      maker.input('text', `subject_${code}`, text.entry_subject, own?.subject ?? '', {
        ...{ help: text.help_subject, lengthMax: SUBJECT_LENGTH_MAX, wide: true },
      }),
      maker.input('textarea', `words_${code}`, text.entry_words, own?.words ?? '', {
        ...{ help: text.help_words, lengthMax: WORDS_LENGTH_MAX, rows: 6, wide: true },
      }),
    ],
    frame: `preview-${code}`,
    frameTitle: fill(text.preview_title, { language: name }),
    frameHref: visit.href(`${HOME}/preview`, query),
  };
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
