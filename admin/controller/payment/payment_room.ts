import type { PaymentExtension } from '../../../extension/payment_link/gateways/payment_extension';
import type { Admin } from '../../admin';
import type { Visit } from '../../visit';
import type { SettingsState } from './typed_settings';

/** A provider's settings in one request. */
export interface PaymentRoom {
  readonly app: Admin;
  readonly visit: Visit;
  readonly extension: PaymentExtension;
  readonly state: SettingsState;
}
