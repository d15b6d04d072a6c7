import { rememberAccount } from '../gateways/accounts';
import type { PaymentLinks } from '../context';
import type { GatewayProvider } from '../gateway';
import { readGatewaySettings, type GatewaySettings } from '../gateways/gateway_settings';
import type { Link } from '../link/link_row';

/** By whom a link without an order is to be made. */
export interface FreeGateway {
  readonly provider: GatewayProvider;
  readonly settings: GatewaySettings;
  readonly environment: 'test' | 'live';
  /** Fingerprint of the key. */
  readonly account: string;
}

/** A provider that would do, or why those that are switched on would not; null when none is. */
export type FoundGateway =
  | { readonly kind: 'found'; readonly gateway: FreeGateway }
  | { readonly kind: 'none'; readonly refusal: string | null };

/** The first provider that makes links in a store, has a key and charges this currency. Not in a transaction. */
export async function findFreeGateway(
  context: PaymentLinks,
  wish: { readonly storeId: number; readonly currency: string; readonly gateway?: string },
): Promise<FoundGateway> {
  const refusals: string[] = [];
  for (const provider of context.providers) {
    if (wish.gateway !== undefined && wish.gateway !== provider.code) continue;
    const values = await context.settingsFor(wish.storeId, provider.code);
    const settings = readGatewaySettings(values);
    const account = provider.accountOf(values);
    if (!settings.on || !account) continue;
    const refusal = provider.refusesCurrency(wish.currency, values);
    if (refusal !== null) {
      refusals.push(refusal);
      continue;
    }
    const { db, secrets, clock } = context;
    const fingerprint = await rememberAccount(db, secrets, provider.code, account, clock.now());
    const { environment } = account;
    return { kind: 'found', gateway: { provider, settings, environment, account: fingerprint } };
  }
  return { kind: 'none', refusal: refusals.length > 0 ? refusals.join(' ') : null };
}

/** For the next attempt: the key that is set now, or, where none is any more, the one the link was made with. */
export async function presentAccount(
  context: PaymentLinks,
  link: Link,
): Promise<{ readonly environment: 'test' | 'live'; readonly account: string }> {
  const { storeId, gateway, amount } = link;
  const found = await findFreeGateway(context, { storeId, gateway, currency: amount.currency });
  const { environment, account } = found.kind === 'found' ? found.gateway : link;
  return { environment, account };
}
