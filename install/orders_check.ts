import { listEnabled } from '../extension/payment_link/doctor/stores';
import type { Check } from '../extension/payment_link/doctor/run_checks';
import type { PaymentLinks } from '../extension/payment_link/context';
import { readWhichOrders } from '../extension/payment_link/sweep/which_orders';
import { listInstalled } from '../extension/opencart/setting/extensions';

/**
 * Of an attached shop: orders that are entered in PHP have the payment methods that are installed there. Without one of
 * the provider's among them none would ever get a link by its method.
 */
export function ordersCheck(links: PaymentLinks): Check {
  return {
    topic: 'statuses',
    async run(say) {
      const installed = await listInstalled(links.db, 'payment');
      const enabled = (await listEnabled(links)).filter(({ settings }) => settings.on);
      const told = enabled.map(async ({ store: { storeId, name: store }, provider }) => {
        const { kind } = readWhichOrders(await links.settingsFor(storeId, 'payment_link'));
        const fits = kind !== 'own' || installed.some((code) => code.startsWith(provider.code));
        return fits ? [] : [say('warning', 'orders_none', { store, provider: provider.title })];
      });
      return (await Promise.all(told)).flat();
    },
  };
}
