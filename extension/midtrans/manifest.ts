import { defineExtension } from '../../system/extension';
import { CODE } from './gateway';
import { settings } from './settings';

export const midtrans = defineExtension({
  code: CODE,
  type: 'payment',
  version: '1.0.0',
  settings,
  listeners: [],
  jobs: [],
});
