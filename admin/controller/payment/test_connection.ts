import { GatewayError } from '../../../extension/payment_link/gateway';
import type { PaymentExtension } from '../../../extension/payment_link/gateways/payment_extension';
import { SECOND_MS } from '../../../system/clock';
import { assertOutsideTransaction } from '../../../system/db/transaction';
import { fill } from '../../../system/language';
import type { Admin } from '../../admin';
import type { NoticeView } from '../../view/payment/settings';
import type { Visit } from '../../visit';
import { withSecrets, type SettingsState } from './typed_settings';

/** A person waits for this. */
const TIMEOUT_S = 10;

/** Asks the provider with what is typed, or stored where nothing was typed, and says what it answered. */
export async function testConnection(
  app: Admin,
  visit: Visit,
  extension: PaymentExtension,
  state: SettingsState,
): Promise<NoticeView> {
  assertOutsideTransaction(`asking ${extension.title}`);
  const text = visit.texts('extension/payment');
  const provider = app.links.providers.find((one) => one.code === extension.code);
  const account = provider?.accountOf(withSecrets(extension.settings, state)) ?? null;
  if (!provider || account === null) return failed(text.test_no_key);
  const signal = AbortSignal.timeout(TIMEOUT_S * SECOND_MS);
  const call = { idempotencyKey: `test-${app.clock.now()}`, signal };
  try {
    const said = await provider.open(account).testConnection?.(call);
    return { kind: 'success', icon: 'check-circle', text: visit.said(said ?? '') };
  } catch (thrown) {
    if (signal.aborted) return failed(fill(text.test_slow, { name: extension.title, seconds: TIMEOUT_S }));
    if (!(thrown instanceof GatewayError)) throw thrown;
    const environment = account.environment === 'live' ? text.account_live : text.account_test;
    return failed(
      [`${environment}: ${visit.said(thrown.message)}`, visit.said(thrown.details.remedy ?? '')]
        .filter(Boolean)
        .join(' '),
    );
  }
}

function failed(text: string): NoticeView {
  return { kind: 'danger', icon: 'x-octagon', text };
}
