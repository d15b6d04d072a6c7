import { listFingerprints, recallAccount } from '../gateways/accounts';
import type { PaymentLinks } from '../context';
import { NotificationRejected, type GatewayProvider, type NotificationHint, type RawNotification } from '../gateway';
import { findByReference } from '../link/links';
import { keepNotification, type NotifyAnswer } from './notify';

/**
 * Takes one notification at the address of a whole account, for providers whose dashboard holds one address for all
 * links. Only a signature counts here: the key that verifies it must be the one the link was made with. News of what
 * is not ours (another program on the same account) is accepted and forgotten. Throws only when our storage fails.
 */
export async function acceptAccountNotification(
  context: PaymentLinks,
  gateway: string,
  raw: RawNotification,
  ip: string | null,
): Promise<NotifyAnswer> {
  const provider = context.providers.find(({ code }) => code === gateway);
  if (!provider) return { kind: 'unknown' };
  const heard = await verify(context, provider, raw);
  if (heard === null) return { kind: 'rejected' };
  const link = await findByReference(context.db, gateway, heard.hint.reference);
  if (link && link.account !== heard.fingerprint) return { kind: 'rejected' };
  if (link) await keepNotification(context, link, raw, ip, heard.hint);
  return { kind: 'accepted', body: provider.acknowledgement };
}

/** Which of the known keys signed it, newest first; null when none did. */
async function verify(
  context: PaymentLinks,
  provider: GatewayProvider,
  raw: RawNotification,
): Promise<{ readonly fingerprint: string; readonly hint: NotificationHint } | null> {
  for (const fingerprint of await listFingerprints(context.db, provider.code)) {
    const account = await recallAccount(context.db, context.secrets, provider.code, fingerprint);
    const hint = account && readSigned(context, () => provider.open(account).readNotification(raw));
    if (hint) return { fingerprint, hint };
  }
  return null;
}

function readSigned(context: PaymentLinks, read: () => NotificationHint): NotificationHint | null {
  try {
    const hint = read();
    return hint.signed ? hint : null;
  } catch (failed) {
    if (!(failed instanceof NotificationRejected))
      context.log.warn({ err: failed }, 'a notification could not be read');
    return null;
  }
}
