import { readSettings } from '../../../../extension/opencart/setting/settings';
import type { Admin } from '../../../admin';

/** Where the list stands: the shop's clock and the currency in which amounts are typed. */
export async function shopOf(app: Admin): Promise<{ now: number; zone: string; currency: string }> {
  const settings = await readSettings(app.db, 0);
  return { now: app.clock.now(), zone: settings.timeZone, currency: settings.text('config_currency', 'EUR') };
}
