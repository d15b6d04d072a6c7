import { defineExtension } from '../../system/extension';
import { checkLinkSettings } from '../payment_link/gateways/check_gateway_settings';
import { GATEWAY_TABS } from '../payment_link/gateways/gateway_schema';
import type { PaymentExtension } from '../payment_link/gateways/payment_extension';
import { CODE } from './gateway';
import { settings } from './settings';

export const midtrans = defineExtension<PaymentExtension>({
  code: CODE,
  type: 'payment',
  title: 'Midtrans',
  tabs: GATEWAY_TABS,
  check: (values, shop) => checkLinkSettings(values, settings, shop),
  version: '1.0.0',
  settings,
  listeners: [],
  jobs: [],
});
