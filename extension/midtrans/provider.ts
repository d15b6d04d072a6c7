import { createHttpClient } from '../../system/http_client';
import type { Log } from '../../system/log';
import type { GatewayProvider } from '../payment_link/gateway';
import { accountOf } from '../payment_link/gateways/gateway_account';
import { createApi } from './api';
import { CODE, createGateway } from './gateway';
import { CURRENCY } from './rupiah';

export const API_URLS = {
  test: 'https://api.sandbox.midtrans.com',
  live: 'https://api.midtrans.com',
} as const;

export interface ProviderOptions {
  /** Base addresses without path. */
  readonly apiUrl: { readonly test: string; readonly live: string };
  /** Calls at once, over all accounts of this process. */
  readonly parallel: number;
  /** Of every call; at level `info` where the owner switched Debug Mode on. */
  readonly log?: Log;
}

/** `close` ends idle connections, so that a process can stop. */
export function midtransProvider(options: ProviderOptions): GatewayProvider & { close(): Promise<void> } {
  const http = createHttpClient({ parallel: options.parallel });
  return {
    code: CODE,
    title: 'Midtrans',
    acknowledgement: 'OK',
    payPageOrigins: ['https://*.midtrans.com'],
    open(account) {
      const api = { ...account, baseUrl: options.apiUrl[account.environment] };
      return createGateway(account, createApi(api, http, options.log));
    },
    accountOf,
    apiUrl: (environment) => options.apiUrl[environment],
    refusesCurrency: (currency) =>
      currency === CURRENCY ? null : `Midtrans charges rupiah only, not ${currency}. Give the order the currency IDR.`,
    close: () => http.close(),
  };
}
