import type { GatewayAccount, GatewayProvider } from '../gateway';
import type { GatewaySettings } from '../gateways/gateway_settings';

/** The gateway an order's payment method belongs to, with what its settings say for the order's store. */
export interface OrderGateway {
  readonly provider: GatewayProvider;
  readonly settings: GatewaySettings;
  readonly account: GatewayAccount | null;
  /** The one method chosen, or null for all. */
  readonly method: string | null;
  /** The order's method is one of the gateway's; else the owner chose to ask it for such orders too. */
  readonly own: boolean;
}
