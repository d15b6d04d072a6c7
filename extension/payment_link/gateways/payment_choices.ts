import type { GatewayProvider, SettingValues } from '../gateway';
import { listMethods } from './methods';
import type { Db } from '../../../system/db/table';

/** A payment method that staff may choose for an order with a payment link. */
export interface PaymentChoice {
  /** As the order keeps it: `multisafepay.ideal`. */
  readonly code: string;
  readonly name: string;
  /** ISO 4217; empty: any. */
  readonly currencies: readonly string[];
}

/** What is needed to tell which methods a store offers. */
export interface ChoiceSource {
  readonly providers: readonly GatewayProvider[];
  settingsFor(storeId: number, code: string): Promise<SettingValues>;
}

/**
 * The gateways switched on for a store: each with its page of all methods first, then its own methods out of the
 * cache. Pay-later methods are not offered for links: they need the buyer's data and the goods' shipment.
 */
export async function listPaymentChoices(db: Db, source: ChoiceSource, storeId: number): Promise<PaymentChoice[]> {
  const choices: PaymentChoice[] = [];
  for (const provider of source.providers) {
    const settings = await source.settingsFor(storeId, provider.code);
    if (settings['status'] !== true) continue;
    choices.push({ code: `${provider.code}.${provider.code}`, name: provider.title, currencies: [] });
    const account = provider.accountOf(settings);
    if (account === null) continue;
    const place = { gateway: provider.code, storeId, environment: account.environment };
    const offered = (await listMethods(db, place)).filter((method) => method.enabled && !method.payLater);
    choices.push(
      ...offered.map(({ id, name, currencies }) => ({
        code: `${provider.code}.${id.toLowerCase()}`,
        name,
        currencies,
      })),
    );
  }
  return choices;
}
