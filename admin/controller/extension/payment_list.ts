import { listInstalled } from '../../../extension/opencart/setting/extensions';
import { OWN_PAYMENTS } from '../../../extension/opencart/setting/own_payments';
import { readSettings } from '../../../extension/opencart/setting/settings';
import type { SettingValues } from '../../../extension/payment_link/gateway';
import { readGatewaySettings } from '../../../extension/payment_link/gateways/gateway_settings';
import type { PaymentExtension } from '../../../extension/payment_link/gateways/payment_extension';
import type { Store } from '../../../extension/payment_link/order_book';
import { fill, joined } from '../../../system/language';
import type { Admin } from '../../admin';
import type { FieldErrors } from '../../form_errors';
import type { StateView } from '../../link_state';
import { readOnlyText } from '../../read_only';
import type { PaymentActView, PaymentListView, PaymentRowView } from '../../view/extension/payment_list';
import type { Visit } from '../../visit';

const ROUTE = 'extension/payment';
const HOME = `/admin/${ROUTE}`;

export async function paymentListView(app: Admin, visit: Visit, errors: FieldErrors): Promise<PaymentListView> {
  const text = visit.texts('extension/payment');
  const stores = await app.orderBook.listStores(app.db);
  const attached = app.config.shop === 'attached';
  const installed = attached ? app.paymentExtensions.map(({ code }) => code) : await listInstalled(app.db, 'payment');
  const rows: PaymentRowView[] = [];
  for (const extension of app.paymentExtensions) {
    rows.push(await providerRow(app, visit, { extension, stores, installed: installed.includes(extension.code) }));
  }
  return {
    title: text.title,
    crumbs: [{ text: text.title, href: visit.href(HOME) }],
    text: joined(visit.texts('common/form'), text),
    mayModify: visit.may('modify', ROUTE),
    readOnly: await readOnlyText(app, visit, ROUTE),
    errors: errors.list,
    links: visit.may('access', 'extension/payment_link')
      ? [{ text: text.settings_links, href: visit.href('/admin/extension/payment_link'), icon: 'sliders' }]
      : [],
    rows: attached ? rows : [...rows, ...(await ownRows(app, visit))],
  };
}

interface Provider {
  readonly extension: PaymentExtension;
  readonly stores: readonly Store[];
  readonly installed: boolean;
}

async function providerRow(app: Admin, visit: Visit, provider: Provider): Promise<PaymentRowView> {
  const { extension, stores, installed } = provider;
  const values = new Map<string, SettingValues>();
  for (const store of stores) values.set(store.name, await app.links.settingsFor(store.storeId, extension.code));
  const enabledIn = [...values].filter(([, own]) => own['status'] === true).map(([name]) => name);
  const on = installed && enabledIn.length > 0;
  const text = visit.texts('extension/payment');
  const names = new Intl.ListFormat(visit.locale).format(enabledIn);
  const mayEdit = installed && visit.may('access', `payment/${extension.code}`);
  return {
    code: extension.code,
    name: extension.title,
    note: on && stores.length > 1 ? fill(text.enabled_in, { stores: names }) : '',
    state: stateOf(visit, installed, on),
    account: installed ? accountText(app, visit, extension, [...values.values()]) : '',
    edit: mayEdit
      ? {
          href: visit.href(`/admin/payment/${extension.code}`),
          label: fill(text.edit_name, { name: extension.title }),
        }
      : null,
    acts: visit.may('modify', ROUTE) ? providerActs(app, visit, { extension, installed, on }) : [],
  };
}

function accountText(app: Admin, visit: Visit, extension: PaymentExtension, values: readonly SettingValues[]): string {
  const text = visit.texts('extension/payment');
  const shown = values.find((own) => own['status'] === true) ?? values[0] ?? {};
  const provider = app.links.providers.find((one) => one.code === extension.code);
  const account = provider?.accountOf(shown) ?? null;
  if (account === null) return text.account_none;
  const which = account.environment === 'live' ? text.account_live : text.account_test;
  return `${which} · ${readGatewaySettings(shown).on ? text.links_on : text.links_off}`;
}

function stateOf(visit: Visit, installed: boolean, on: boolean): StateView {
  const text = visit.texts('extension/payment');
  if (!installed) return { css: 'off', icon: 'dash-circle', text: text.state_absent };
  return on
    ? { css: 'ok', icon: 'check-circle', text: text.state_on }
    : { css: 'off', icon: 'pause-circle', text: text.state_off };
}

function providerActs(
  app: Admin,
  visit: Visit,
  { extension, installed, on }: Omit<Provider, 'stores'> & { readonly on: boolean },
): PaymentActView[] {
  const name = extension.title;
  if (!installed) return [actOf(visit, 'install', name, 'download')];
  const toggle = on ? actOf(visit, 'disable', name, 'pause') : actOf(visit, 'enable', name, 'play');
  if (app.config.shop === 'attached') return [toggle];
  const href = visit.href(`${HOME}/uninstall`, { code: extension.code });
  return [toggle, { ...actOf(visit, 'uninstall', name, 'trash'), href, danger: true }];
}

function actOf(
  visit: Visit,
  act: 'install' | 'uninstall' | 'enable' | 'disable',
  name: string,
  icon: string,
): PaymentActView {
  const text = visit.texts('extension/payment');
  const action = visit.href(`${HOME}/${act}`);
  return { text: text[act], label: fill(text[`${act}_name`], { name }), icon, action, href: null, danger: false };
}

async function ownRows(app: Admin, visit: Visit): Promise<PaymentRowView[]> {
  const settings = await readSettings(app.db, 0);
  const text = visit.texts('extension/payment');
  return OWN_PAYMENTS.map(({ code, name }) => {
    const on = settings.flag(`payment_${code}_status`);
    return {
      code,
      name,
      note: '',
      state: stateOf(visit, true, on),
      account: text.own_method,
      edit: null,
      acts: visit.may('modify', ROUTE)
        ? [on ? actOf(visit, 'disable', name, 'pause') : actOf(visit, 'enable', name, 'play')]
        : [],
    };
  });
}
