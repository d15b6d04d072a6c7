import { DAY_MS, HOUR_MS, SECOND_MS } from '../../../system/clock';
import type { GatewayLinkStatus, SettingValues } from '../gateway';
import { REQUEST_KEY } from './gateway_schema';

/** What every gateway's settings say about links, whatever else they hold. Keys as in the extension's manifest. */
export interface GatewaySettings {
  /** The extension is enabled and links are switched on: for new links only. */
  readonly on: boolean;
  /** 0: none chosen. */
  readonly requestStatusId: number;
  readonly lifetime: { readonly value: number; readonly unit: 'days' | 'hours' | 'seconds' };
  readonly secondChance: boolean;
  /** May hold `{order_id}` and `{store}`; empty: the built-in sentence. */
  readonly description: string;
  readonly sendCart: boolean;
  readonly referencePrefix: string;
  readonly values: SettingValues;
}

export function readGatewaySettings(values: SettingValues): GatewaySettings {
  const unit = String(values['unit_lifetime_payment_link'] ?? 'days');
  const days = Math.trunc(Number(values['days_active'] ?? 30));
  return {
    on: yes(values['status']) && yes(values['generate_payment_links_status']),
    requestStatusId: id(values[REQUEST_KEY]),
    lifetime: { value: days > 0 ? days : 30, unit: unit === 'hours' || unit === 'seconds' ? unit : 'days' },
    secondChance: yes(values['second_chance']),
    description: String(values['order_description'] ?? ''),
    sendCart: !yes(values['shopping_cart_disabled']),
    referencePrefix: String(values['reference_prefix'] ?? ''),
    values,
  };
}

const UNIT_MS = { days: DAY_MS, hours: HOUR_MS, seconds: SECOND_MS } as const;

export function lifetimeMs(lifetime: GatewaySettings['lifetime']): number {
  return lifetime.value * UNIT_MS[lifetime.unit];
}

/** The provider's word where the owner mapped it, else the nearest of MultiSafepay's words for our status. */
const WORDS: Readonly<Record<GatewayLinkStatus, string>> = {
  open: 'initialized',
  pending: 'uncleared',
  paid: 'completed',
  declined: 'declined',
  cancelled: 'cancelled',
  expired: 'expired',
  refunded: 'refunded',
  partially_refunded: 'partial_refunded',
  charged_back: 'chargedback',
  unknown: '',
};

/** The order status for a provider's news; 0 leaves the order where it is. */
export function mappedStatus(settings: GatewaySettings, status: GatewayLinkStatus, providerStatus: string): number {
  const own = settings.values[`order_status_id_${providerStatus}`];
  return id(own === undefined ? settings.values[`order_status_id_${WORDS[status]}`] : own);
}

/** Statuses that say "not paid": an order in one of them is still ours to move. */
export function unpaidStatuses(settings: GatewaySettings): number[] {
  const words = ['initialized', 'uncleared', 'declined', 'cancelled', 'expired', 'void'];
  return [settings.requestStatusId, ...words.map((word) => id(settings.values[`order_status_id_${word}`]))].filter(
    (statusId) => statusId > 0,
  );
}

function yes(value: unknown): boolean {
  return value === true || value === 1 || value === '1';
}

function id(value: unknown): number {
  const number = Number(value ?? 0);
  return Number.isSafeInteger(number) && number > 0 ? number : 0;
}
