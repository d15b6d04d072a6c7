import { SECOND_MS } from '../../../system/clock';
import { assertOutsideTransaction } from '../../../system/db/transaction';
import { defineError } from '../../../system/errors';
import { recallAccount } from './accounts';
import type { PaymentLinks } from '../context';
import type { Call, GatewayProvider, PaymentGateway } from '../gateway';
import { wantsDebug } from './gateway_account';
import { readGatewaySettings, type GatewaySettings } from './gateway_settings';
import type { Link } from '../link/link_row';
import { readLinkSettings, type LinkSettings } from '../setting/link_settings';

export const gatewayMissing = defineError(
  'gateway_missing',
  500,
  'Nobody here speaks to {gateway}.',
  'Enable the payment extension again, or close its links.',
);

export const accountMissing = defineError(
  'account_missing',
  500,
  'The key that this link was made with is not known any more.',
  'Enter the key again on the settings page of the payment extension.',
);

/** A provider that has not answered by then is treated as down. Slow ones take five to ten seconds. */
const CALL_TIMEOUT_MS = 30 * SECOND_MS;

/** @throws AppError `gateway_missing` */
export function providerOf(context: PaymentLinks, code: string): GatewayProvider {
  const provider = context.providers.find((one) => one.code === code);
  if (!provider) throw gatewayMissing({ values: { gateway: code } });
  return provider;
}

/**
 * The gateway on the account the link was made with, whatever key and environment the settings say now. Not in a
 * transaction: its next use is a network call. @throws AppError `gateway_missing`, `account_missing`
 */
export async function gatewayOf(
  context: PaymentLinks,
  link: Pick<Link, 'gateway' | 'account' | 'storeId'>,
): Promise<PaymentGateway> {
  assertOutsideTransaction(`asking ${link.gateway}`);
  const provider = providerOf(context, link.gateway);
  const account = await recallAccount(context.db, context.secrets, link.gateway, link.account);
  if (!account) throw accountMissing();
  const debug = wantsDebug(await context.settingsFor(link.storeId, link.gateway));
  return provider.open({ ...account, debug });
}

/** One try of one call. The same key repeated is the same wish. */
export function callFor(idempotencyKey: string, signal: AbortSignal): Call {
  return { idempotencyKey, signal: AbortSignal.any([signal, AbortSignal.timeout(CALL_TIMEOUT_MS)]) };
}

/** Both rooms' settings for a link; read before a transaction begins. */
export async function settingsOf(
  context: PaymentLinks,
  link: Pick<Link, 'storeId' | 'gateway'>,
): Promise<{ gateway: GatewaySettings; links: LinkSettings }> {
  const [gateway, links] = [
    await context.settingsFor(link.storeId, link.gateway),
    await context.settingsFor(link.storeId, 'payment_link'),
  ];
  return { gateway: readGatewaySettings(gateway), links: readLinkSettings(links) };
}
