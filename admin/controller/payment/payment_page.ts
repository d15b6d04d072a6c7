import { isInstalled } from '../../../extension/opencart/setting/extensions';
import { readLinkSettings } from '../../../extension/payment_link/setting/link_settings';
import type { PaymentExtension } from '../../../extension/payment_link/gateways/payment_extension';
import { listIn, textIn } from '../../../system/http/input';
import { fill } from '../../../system/language';
import type { Admin } from '../../admin';
import { chosenStore } from '../../settings_room';
import type { NoticeView } from '../../view/payment/settings';
import type { Visit } from '../../visit';
import { extensionRoute, extensionTexts } from './extension_of';
import { methodsView } from './methods_view';
import type { SettingsPage } from './settings_view';
import type { SettingsState } from './typed_settings';

/** A provider's settings page around its fields. */
export async function paymentPage(
  app: Admin,
  visit: Visit,
  extension: PaymentExtension,
  state: SettingsState,
  more: { readonly tab: string; readonly result?: NoticeView },
): Promise<SettingsPage> {
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
          help: accountHelp(app, visit, extension),
          result: more.result ?? null,
        },
      },
      methods: { methods: await methodsView(app, visit, extension, state, ticked) },
    },
    notices: await noticesOf(app, visit, extension, state),
    links: visit.may('access', 'extension/payment_link')
      ? [{ text: text.settings_links, href: visit.href('/admin/extension/payment_link'), icon: 'sliders' }]
      : [],
  };
}

/** With the address for notifications, where the provider's own dashboard wants to be told it. */
function accountHelp(app: Admin, visit: Visit, extension: PaymentExtension): string {
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

async function noticesOf(
  app: Admin,
  visit: Visit,
  extension: PaymentExtension,
  state: SettingsState,
): Promise<NoticeView[]> {
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
