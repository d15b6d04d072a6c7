import type { OrderDraft } from '../extension/opencart/order/order_draft';
import { OWN_PAYMENTS } from '../extension/opencart/setting/own_payments';
import { readSettings } from '../extension/opencart/setting/settings';
import type { GatewayProvider, SettingValues } from '../extension/payment_link/gateway';
import { readGatewaySettings } from '../extension/payment_link/gateways/gateway_settings';
import { listPaymentChoices, type PaymentChoice } from '../extension/payment_link/gateways/payment_choices';
import type { Db } from '../system/db/table';

export interface ChoiceParts {
  readonly providers: readonly GatewayProvider[];
  settingsFor(storeId: number, code: string): Promise<SettingValues>;
}

export async function paymentChoicesOf(db: Db, parts: ChoiceParts, storeId: number): Promise<PaymentChoice[]> {
  const settings = await readSettings(db, storeId);
  const own = OWN_PAYMENTS.filter(({ code }) => settings.flag(`payment_${code}_status`)).map(({ code, name }) => ({
    code: `${code}.${code}`,
    name,
    currencies: [],
  }));
  return [...(await listPaymentChoices(db, parts, storeId)), ...own];
}

/** The name an order keeps for its payment code; the code itself where nothing offers it any more. */
export async function paymentNameOf(db: Db, parts: ChoiceParts, draft: OrderDraft): Promise<string> {
  const choices = await paymentChoicesOf(db, parts, draft.storeId);
  return choices.find(({ code }) => code === draft.paymentCode)?.name ?? draft.paymentCode;
}

/** Statuses that ask for a link in a store: one per gateway that is switched on. */
export async function paymentRequestStatusIdsOf(parts: ChoiceParts, storeId: number): Promise<number[]> {
  const ids: number[] = [];
  for (const { code } of parts.providers) {
    const { on, requestStatusId } = readGatewaySettings(await parts.settingsFor(storeId, code));
    if (on && requestStatusId > 0) ids.push(requestStatusId);
  }
  return ids;
}
