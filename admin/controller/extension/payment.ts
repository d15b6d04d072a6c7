import {
  disablePayment,
  enablePayment,
  installPayment,
  switchOwnPayment,
  uninstallPayment,
} from '../../../extension/opencart/setting/install_payment';
import { OWN_PAYMENTS } from '../../../extension/opencart/setting/own_payments';
import { redirect, view, type Answer } from '../../../system/http/answer';
import { textIn, type Input } from '../../../system/http/input';
import { fill } from '../../../system/language';
import type { Admin } from '../../admin';
import { attempt, FieldErrors, noErrors } from '../../form_errors';
import { personOf, settingsRoom } from '../../settings_room';
import type { Visit } from '../../visit';
import { extensionOf, extensionTexts } from '../payment/extension_of';
import { paymentListView } from './payment_list';
import { uninstallView } from './payment_uninstall';

const HOME = '/admin/extension/payment';

export async function list(app: Admin, visit: Visit): Promise<Answer> {
  return view('extension/payment_list', await paymentListView(app, visit, noErrors));
}

export async function install(app: Admin, visit: Visit): Promise<Answer> {
  const extension = extensionOf(app, textIn(visit.body, 'code'));
  const done = await attempt(visit, () => installPayment(settingsRoom(app), extension.code, personOf(visit)));
  if (done instanceof FieldErrors) return refused(app, visit, done);
  return said(visit.texts('extension/payment').installed, extension.title);
}

/** The shop's own methods are switched here too; a provider whose settings are not complete is refused. */
export async function enable(app: Admin, visit: Visit): Promise<Answer> {
  const text = visit.texts('extension/payment');
  const own = ownIn(visit.body);
  if (own) {
    await switchOwnPayment(settingsRoom(app), own.code, true, personOf(visit));
    return said(text.enabled_now, own.name);
  }
  const extension = extensionOf(app, textIn(visit.body, 'code'));
  const missing = await enablePayment(settingsRoom(app), extension, personOf(visit));
  if (Object.keys(missing).length > 0) {
    const words = extensionTexts(visit, extension);
    const reasons = Object.values(missing).map((key) => words[key] ?? key);
    const sentence = fill(text.error_enable, { name: extension.title, reasons: reasons.join(' ') });
    return refused(app, visit, new FieldErrors([{ field: 'content', text: sentence }], 422));
  }
  app.wake();
  return said(text.enabled_now, extension.title);
}

export async function disable(app: Admin, visit: Visit): Promise<Answer> {
  const text = visit.texts('extension/payment');
  const own = ownIn(visit.body);
  if (own) {
    await switchOwnPayment(settingsRoom(app), own.code, false, personOf(visit));
    return said(text.disabled_own, own.name);
  }
  const extension = extensionOf(app, textIn(visit.body, 'code'));
  await disablePayment(settingsRoom(app), extension, personOf(visit));
  return said(text.disabled_now, extension.title);
}

export async function confirmUninstall(app: Admin, visit: Visit): Promise<Answer> {
  const extension = extensionOf(app, textIn(visit.query, 'code'));
  return view('extension/payment_uninstall', await uninstallView(app, visit, extension));
}

export async function uninstall(app: Admin, visit: Visit): Promise<Answer> {
  const text = visit.texts('extension/payment');
  const extension = extensionOf(app, textIn(visit.body, 'code'));
  const links = textIn(visit.body, 'links') === 'cancel' ? 'cancel' : 'leave';
  const count = await uninstallPayment(settingsRoom(app), extension, links, personOf(visit));
  if (count === 0) return said(text.uninstalled, extension.title);
  return said(fill(text.uninstalled_cancelled, { count }), extension.title);
}

function ownIn(body: Input) {
  const code = textIn(body, 'code');
  return OWN_PAYMENTS.find((own) => own.code === code) ?? null;
}

async function refused(app: Admin, visit: Visit, errors: FieldErrors): Promise<Answer> {
  return view('extension/payment_list', await paymentListView(app, visit, errors), errors.status);
}

function said(sentence: string, name: string): Answer {
  return redirect(HOME, { kind: 'success', text: fill(sentence, { name }) });
}
