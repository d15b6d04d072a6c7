import type { Tx } from '../../../system/db/table';
import type { PaymentLinks } from '../context';
import type { GatewayLink, GatewayProvider } from '../gateway';
import type { GatewaySettings } from '../gateways/gateway_settings';
import { providerOf, settingsOf } from '../gateways/gateways';
import type { Link } from '../link/link_row';
import type { LinkSettings } from '../setting/link_settings';
import { findMethodName } from '../gateways/method_names';
import type { ShopIdentity } from '../mail_port';

/** What a settlement needs besides the link's own rows; gathered before its transaction begins. */
export interface SettleFacts {
  /** When the provider was read: notices that came later want a read of their own. UTC epoch ms. */
  readonly readAt: number;
  readonly provider: GatewayProvider;
  readonly gateway: GatewaySettings;
  readonly links: LinkSettings;
  readonly shop: ShopIdentity;
  /** Names of the methods that were used, by the provider's id. */
  readonly methodNames: ReadonlyMap<string, string>;
}

export async function gatherFacts(
  context: PaymentLinks,
  link: Link,
  seen: GatewayLink | null,
  readAt: number,
): Promise<SettleFacts> {
  const { gateway, links } = await settingsOf(context, link);
  const methodNames = new Map<string, string>();
  for (const { method } of seen?.payments ?? []) {
    if (method !== null) methodNames.set(method, (await findMethodName(context.db, link, method)) ?? method);
  }
  const shop = await context.shops.identityOf(link.storeId);
  return { readAt, provider: providerOf(context, link.gateway), gateway, links, shop, methodNames };
}

/** One settlement under way: everything its steps share. */
export interface Settling {
  readonly context: PaymentLinks;
  readonly tx: Tx;
  /** As it was when the settlement began. */
  readonly link: Link;
  readonly seen: GatewayLink;
  readonly facts: SettleFacts;
  /** UTC epoch ms. */
  readonly now: number;
}
