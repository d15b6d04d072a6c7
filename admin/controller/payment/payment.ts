import { savePaymentSettings } from '../../../extension/opencart/setting/save_payment_settings';
import type { PaymentExtension } from '../../../extension/payment_link/gateways/payment_extension';
import { askForMethods } from '../../../extension/payment_link/gateways/refresh_methods';
import { transaction } from '../../../system/db/transaction';
import { redirect, view, type Answer } from '../../../system/http/answer';
import { listIn, textIn } from '../../../system/http/input';
import { fill } from '../../../system/language';
import type { Admin } from '../../admin';
import { chosenStore, personOf, settingsRoom } from '../../settings_room';
import type { Controller } from '../../page';
import type { NoticeView } from '../../view/payment/settings';
import type { Visit } from '../../visit';
import { extensionOf } from './extension_of';
import { ownValues } from './inheritance';
import { paymentPage } from './payment_page';
import type { PaymentRoom } from './payment_room';
import { settingsView } from './settings_view';
import { testConnection } from './test_connection';
import { checked, storedState, typedState, type SettingsState } from './typed_settings';

/** The pages of one provider's settings; every provider has the same. */
export interface PaymentControllers {
  readonly form: Controller;
  readonly save: Controller;
  readonly test: Controller;
  readonly methods: Controller;
}

export function paymentControllers(code: string): PaymentControllers {
  return {
    form: (app, visit) => form(app, visit, extensionOf(app, code)),
    save: (app, visit) => save(app, visit, extensionOf(app, code)),
    test: (app, visit) => test(app, visit, extensionOf(app, code)),
    methods: (app, visit) => methods(app, visit, extensionOf(app, code)),
  };
}

async function form(app: Admin, visit: Visit, extension: PaymentExtension): Promise<Answer> {
  const { store } = await chosenStore(app, visit.query);
  const state = await storedState(app, { code: `payment_${extension.code}`, schema: extension.settings, store });
  return answer({ app, visit, extension, state }, { tab: textIn(visit.query, 'tab') });
}

async function save(app: Admin, visit: Visit, extension: PaymentExtension): Promise<Answer> {
  const state = await checked(app, extension, await typed(app, visit, extension));
  const tab = textIn(visit.body, 'tab');
  if (Object.keys(state.errors).length > 0) return answer({ app, visit, extension, state }, { tab });
  const { storeId } = state.store;
  const wanted = {
    storeId,
    values: ownValues(extension.settings, state.values, state.inheritance),
    offered: offeredIn(visit),
  };
  await savePaymentSettings(settingsRoom(app), extension, wanted, personOf(visit));
  app.wake();
  const text = fill(visit.texts('extension/payment').saved, { name: extension.title });
  return redirect(pageOf(extension, storeId, tab), { kind: 'success', text });
}

/** Shows the form again, as it was typed, with what the provider answered; saves nothing. */
async function test(app: Admin, visit: Visit, extension: PaymentExtension): Promise<Answer> {
  const state = await typed(app, visit, extension);
  const result = await testConnection(app, visit, extension, state);
  return answer({ app, visit, extension, state: { ...state, errors: {} } }, { tab: 'account', result });
}

/** Asks in the worker: the page comes back at once. */
async function methods(app: Admin, visit: Visit, extension: PaymentExtension): Promise<Answer> {
  const { store } = await chosenStore(app, visit.body);
  const text = visit.texts('extension/payment');
  const { values, stored } = await storedState(app, {
    code: `payment_${extension.code}`,
    schema: extension.settings,
    store,
  });
  const provider = app.links.providers.find((one) => one.code === extension.code);
  const able = values['status'] === true && (provider?.accountOf(stored) ?? null) !== null;
  const to = pageOf(extension, store.storeId, 'methods');
  if (!able) return redirect(to, { kind: 'warning', text: fill(text.methods_off, { name: extension.title }) });
  await transaction(app.db, (tx) => askForMethods(tx, app.clock.now()));
  app.wake();
  return redirect(to, { kind: 'info', text: fill(text.methods_asked, { name: extension.title }) });
}

async function typed(app: Admin, visit: Visit, extension: PaymentExtension): Promise<SettingsState> {
  const { store } = await chosenStore(app, visit.body);
  return typedState(app, visit.body, { code: `payment_${extension.code}`, schema: extension.settings, store });
}

async function answer(
  room: PaymentRoom,
  more: { readonly tab: string; readonly result?: NoticeView },
): Promise<Answer> {
  const { app, visit, state } = room;
  const page = await paymentPage(room, more);
  const shown = await settingsView(app, visit, page, state);
  return view('payment/settings', shown, shown.errors.length === 0 ? 200 : 422);
}

/** Null when the form showed no methods that could be chosen. */
function offeredIn(visit: Visit): { environment: 'test' | 'live'; methods: readonly string[] } | null {
  const environment = textIn(visit.body, 'methods_environment');
  if (environment !== 'test' && environment !== 'live') return null;
  return { environment, methods: listIn(visit.body, 'methods') };
}

function pageOf(extension: PaymentExtension, storeId: number, tab: string): string {
  const query = new URLSearchParams({
    ...(storeId === 0 ? {} : { store_id: String(storeId) }),
    ...(tab ? { tab } : {}),
  });
  return `/admin/payment/${extension.code}${query.size > 0 ? `?${query.toString()}` : ''}`;
}
