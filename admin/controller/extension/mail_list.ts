import { readMailChoice } from '../../../extension/payment_link/mail/mail_choices';
import { MAIL_KINDS, SHOP_KINDS, type MailKind } from '../../../extension/payment_link/mail_port';
import { fill } from '../../../system/language';
import type { Admin } from '../../admin';
import { chosenStore } from '../../settings_room';
import type { StateView } from '../../link_state';
import type { MailListView, MailRowView } from '../../view/extension/mail_list';
import type { Visit } from '../../visit';
import { storeSwitch } from '../payment/settings_view';

const ROUTE = 'extension/payment_link';
const HOME = `/admin/${ROUTE}/mails`;

export async function mailListView(app: Admin, visit: Visit): Promise<MailListView> {
  const text = visit.texts('extension/mail_text');
  const settings = visit.texts('extension/payment').settings_links;
  const { store, stores } = await chosenStore(app, visit.query);
  const rows = (kinds: readonly MailKind[]) => Promise.all(kinds.map((kind) => rowOf(app, visit, kind, store.storeId)));
  const toCustomer = MAIL_KINDS.filter((kind) => !SHOP_KINDS.includes(kind));
  return {
    title: text.title,
    crumbs: [
      { text: settings, href: visit.href(`/admin/${ROUTE}`) },
      { text: text.title, href: visit.href(HOME) },
    ],
    text: { ...visit.texts('common/form'), ...text, status: visit.texts('extension/payment').column_status },
    storeSwitch: storeSwitch(visit, `${ROUTE}/mails`, stores, store.storeId),
    groups: [
      { heading: text.to_customer, rows: await rows(toCustomer) },
      { heading: text.to_shop, rows: await rows(SHOP_KINDS) },
    ],
  };
}

async function rowOf(app: Admin, visit: Visit, kind: MailKind, storeId: number): Promise<MailRowView> {
  const text = visit.texts('extension/mail_text');
  const { enabled, texts } = await readMailChoice(app.db, kind, storeId);
  const languages = await app.orderBook.listLanguages(app.db);
  const own = languages.filter(({ code }) => texts[code] !== undefined).map(({ name }) => name);
  const name = text[`name_${kind}`];
  return {
    name,
    when: text[`when_${kind}`],
    state: stateOf(enabled, text),
    own: own.length === 0 ? text.built_in : new Intl.ListFormat(visit.locale).format(own),
    href: visit.href(`${HOME}/form`, { kind, store_id: storeId || null }),
    editLabel: fill(text.edit_name, { name }),
  };
}

function stateOf(enabled: boolean, text: { state_on: string; state_off: string }): StateView {
  return enabled
    ? { css: 'ok', icon: 'check-circle', text: text.state_on }
    : { css: 'off', icon: 'pause-circle', text: text.state_off };
}
