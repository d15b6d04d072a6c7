import { isInstalled } from '../../../extension/opencart/setting/extensions';
import { readLinkSettings } from '../../../extension/payment_link/setting/link_settings';
import { listIn, textIn } from '../../../system/http/input';
import { fill } from '../../../system/language';
import { chosenStore } from '../../settings_room';
import type { NoticeView } from '../../view/payment/settings';
import { extensionRoute, extensionTexts } from './extension_of';
import { methodsView } from './methods_view';
import type { SettingsPage } from './settings_view';
import type { PaymentRoom } from './payment_room';

/** A provider's settings page around its fields. */
export async function paymentPage(
  room: PaymentRoom,
  more: { readonly tab: string; readonly result?: NoticeView },
): Promise<SettingsPage> {
  const { app, visit, extension, state } = room;
  const text = visit.texts('extension/payment');
  const route = extensionRoute(extension.code);
  const list = visit.href('/admin/extension/payment');
  const ticked = textIn(visit.body, 'methods_environment') === '' ? null : listIn(visit.body, 'methods');
  return {
    route,
    title: extension.title,
    crumbs: [
      { text: text.title, href: list },
      { text: extension.title, href: visit.href(`/admin/${route}`) },
    ],
    cancelHref: list,
    schema: extension.settings,
    tabs: extension.tabs,
    texts: extensionTexts(visit, extension),
    stores: (await chosenStore(app, { store_id: String(state.store.storeId) })).stores,
    tab: more.tab,
    more: {
      account: {
        test: {
          action: visit.href(`/admin/${route}/test#connection`),
          text: text.test,
          help: accountHelp(room),
          result: more.result ?? null,
        },
      },
      methods: { methods: await methodsView(room, ticked) },
    },
    notices: await noticesOf(room),
    links: visit.may('access', 'extension/payment_link')
      ? [{ text: text.settings_links, href: visit.href('/admin/extension/payment_link'), icon: 'sliders' }]
      : [],
  };
}

/** With the address for notifications, where the provider's own dashboard wants to be told it. */
function accountHelp({ app, visit, extension }: PaymentRoom): string {
  const sentences = [
    visit.texts('extension/payment').test_help,
    extensionTexts(visit, extension)['account_help'] ?? '',
  ];
  const address = `${app.config.publicUrl}/notify/${extension.code}`;
  return sentences
    .map((sentence) => fill(sentence, { name: extension.title, address }))
    .join(' ')
    .trim();
}

async function noticesOf({ app, visit, extension, state }: PaymentRoom): Promise<NoticeView[]> {
  const text = visit.texts('extension/payment');
  const notices: NoticeView[] = [];
  const warn = (sentence: string): void => {
    notices.push({ kind: 'warning', icon: 'exclamation-triangle', text: sentence });
  };
  if (app.config.shop === 'embedded' && !(await isInstalled(app.db, 'payment', extension.code))) {
    warn(fill(text.warn_not_installed, { name: extension.title }));
  }
  const links = readLinkSettings(await app.links.settingsFor(state.store.storeId, 'payment_link'));
  if (links.reminders.on && state.values['second_chance'] === true) warn(text.warn_both_reminders);
  return notices;
}
