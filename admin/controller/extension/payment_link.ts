import { saveSettingsOf } from '../../../extension/opencart/setting/save_payment_settings';
import { checkLinkSettingsPage } from '../../../extension/payment_link/setting/check_link_settings';
import { PAYMENT_LINK_SETTINGS } from '../../../extension/payment_link/setting/settings';
import { redirect, view, type Answer } from '../../../system/http/answer';
import { textIn } from '../../../system/http/input';
import { fill } from '../../../system/language';
import type { Admin } from '../../admin';
import { chosenStore, personOf, settingsRoom } from '../../settings_room';
import type { NoticeView } from '../../view/payment/settings';
import type { Visit } from '../../visit';
import { ownValues } from '../payment/inheritance';
import { settingsView } from '../payment/settings_view';
import { storedState, typedState, type SettingsState } from '../payment/typed_settings';

const ROUTE = 'extension/payment_link';
const CODE = 'payment_link';
const TABS = ['general', 'notify', 'reminders', 'reports'];
/** Beside a shop's own PHP there is its API too. */
const ATTACHED_TABS = [...TABS, 'shop'];

/** Settings of the payment links themselves, whichever provider makes them. */
export async function form(app: Admin, visit: Visit): Promise<Answer> {
  const { store } = await chosenStore(app, visit.query);
  return answer(
    app,
    visit,
    await storedState(app, { code: CODE, schema: PAYMENT_LINK_SETTINGS, store }),
    textIn(visit.query, 'tab'),
  );
}

export async function save(app: Admin, visit: Visit): Promise<Answer> {
  const { store } = await chosenStore(app, visit.body);
  const typed = await typedState(app, visit.body, { code: CODE, schema: PAYMENT_LINK_SETTINGS, store });
  const asking = await app.paymentRequestStatusIds(store.storeId);
  const state = { ...typed, errors: { ...checkLinkSettingsPage(typed.values, asking), ...typed.errors } };
  const tab = textIn(visit.body, 'tab');
  if (Object.keys(state.errors).length > 0) return answer(app, visit, state, tab);
  const values = ownValues(PAYMENT_LINK_SETTINGS, state.values, state.inheritance);
  const wanted = { code: CODE, schema: PAYMENT_LINK_SETTINGS, storeId: store.storeId, values };
  await saveSettingsOf(settingsRoom(app), wanted, personOf(visit));
  const query = new URLSearchParams({ store_id: String(store.storeId), ...(tab ? { tab } : {}) });
  const text = fill(visit.texts('extension/payment').saved, { name: visit.texts(ROUTE).heading });
  return redirect(`/admin/${ROUTE}?${query.toString()}`, { kind: 'success', text });
}

async function answer(app: Admin, visit: Visit, state: SettingsState, tab: string): Promise<Answer> {
  const text = visit.texts('extension/payment');
  const payments = visit.href('/admin/extension/payment');
  const title = text.settings_links;
  const page = {
    route: ROUTE,
    title,
    crumbs: [
      { text: text.title, href: payments },
      { text: title, href: visit.href(`/admin/${ROUTE}`) },
    ],
    cancelHref: payments,
    schema: PAYMENT_LINK_SETTINGS,
    tabs: app.orderBook.code === 'embedded' ? TABS : ATTACHED_TABS,
    texts: visit.texts(ROUTE),
    stores: (await chosenStore(app, { store_id: String(state.store.storeId) })).stores,
    tab,
    more: {},
    notices: await noticesOf(app, visit, state),
    links: [
      {
        text: visit.texts('extension/mail_text').title,
        href: visit.href(`/admin/${ROUTE}/mails`, { store_id: state.store.storeId || null }),
        icon: 'envelope',
      },
      {
        text: visit.texts('sale/older_orders').title,
        href: visit.href('/admin/sale/payment_link/older', { store_id: state.store.storeId || null }),
        icon: 'clock-history',
      },
    ],
  };
  const shown = await settingsView(app, visit, page, state);
  return view('payment/settings', shown, shown.errors.length === 0 ? 200 : 422);
}

async function noticesOf(app: Admin, visit: Visit, state: SettingsState): Promise<NoticeView[]> {
  if (state.values['reminders'] !== true) return [];
  const text = visit.texts('extension/payment').warn_both_reminders;
  for (const { code } of app.paymentExtensions) {
    const { status, second_chance } = await app.links.settingsFor(state.store.storeId, code);
    if (status === true && second_chance === true) return [{ kind: 'warning', icon: 'exclamation-triangle', text }];
  }
  return [];
}
