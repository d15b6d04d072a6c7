import { exponentOf, isCurrency } from '../../system/currencies';
import { createHttpClient } from '../../system/http_client';
import type { Log } from '../../system/log';
import type { GatewayProvider, SettingValues } from '../payment_link/gateway';
import { accountOf } from '../payment_link/gateways/gateway_account';
import { createApi } from './api';
import { CODE, createGateway } from './gateway';
import { methodLifeMs } from './methods';

export const API_URLS = {
  test: 'https://testapi.multisafepay.com/v1/json',
  live: 'https://api.multisafepay.com/v1/json',
} as const;

export interface ProviderOptions {
  /** Base addresses ending in `/v1/json`. */
  readonly apiUrl: { readonly test: string; readonly live: string };
  /** Calls at once, over all accounts of this process. */
  readonly parallel: number;
  /** Of every call; at level `info` where the owner switched Debug Mode on. */
  readonly log?: Log;
}

/** `close` ends idle connections, so that a process can stop. */
export function multisafepayProvider(options: ProviderOptions): GatewayProvider & { close(): Promise<void> } {
  const http = createHttpClient({ parallel: options.parallel });
  return {
    code: CODE,
    title: 'MultiSafepay',
    acknowledgement: 'OK',
    payPageOrigins: ['https://*.multisafepay.com'],
    open(account) {
      const api = { ...account, baseUrl: options.apiUrl[account.environment] };
      return createGateway(account, createApi(api, http, options.log));
    },
    accountOf,
    apiUrl: (environment) => options.apiUrl[environment],
    methodLifeMs,
    refusesCurrency,
    close: () => http.close(),
  };
}

/**
 * The provider's documents send currencies without two decimals unscaled, its own plugins times a hundred: until the
 * owner has asked MultiSafepay, an order in one is refused rather than charged wrongly.
 */
function refusesCurrency(currency: string, settings: SettingValues): string | null {
  if (!isCurrency(currency)) return `${currency} is no ISO 4217 currency. Give the order another currency.`;
  if (exponentOf(currency) === 2 || confirmed(settings).includes(currency)) return null;
  return (
    `How MultiSafepay counts ${currency}, which does not have two decimals, is not confirmed. Ask MultiSafepay, then ` +
    `tick ${currency} under "Currencies confirmed with MultiSafepay" in the settings.`
  );
}

function confirmed(settings: SettingValues): readonly unknown[] {
  const list = settings['confirmed_currencies'];
  return Array.isArray(list) ? list : [];
}
