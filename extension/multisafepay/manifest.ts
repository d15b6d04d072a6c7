import { defineExtension } from '../../system/extension';
import type { PaymentExtension } from '../payment_link/payment_extension';
import { CODE } from './gateway';
import { checkSettings } from './check_settings';
import { settings, TABS } from './settings';

export const multisafepay = defineExtension<PaymentExtension>({
  code: CODE,
  type: 'payment',
  title: 'MultiSafepay',
  tabs: TABS,
  check: checkSettings,
  version: '1.0.0',
  settings,
  listeners: [],
  jobs: [],
});
