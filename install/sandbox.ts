import { join } from 'node:path';
import { Router } from 'express';
import { createMidtransSandbox, SANDBOX_PATH as MIDTRANS_PATH } from '../extension/sandbox/midtrans/sandbox';
import { DEMO_TIMERS as MIDTRANS_TIMERS } from '../extension/sandbox/midtrans/world';
import {
  createMultisafepaySandbox,
  SANDBOX_PATH as MULTISAFEPAY_PATH,
} from '../extension/sandbox/multisafepay/sandbox';
import { DEMO_TIMERS as MULTISAFEPAY_TIMERS } from '../extension/sandbox/multisafepay/world';
import type { Clock } from '../system/clock';
import type { Config } from '../system/config';

/**
 * The providers' stand-ins of the demo, mounted where the real clients look for them. `baseUrl`: where this process
 * itself listens; Midtrans sends its news to one address for all links, as its dashboard would.
 */
export function openSandbox(config: Config, clock: Clock, baseUrl: string): { router: Router; close(): Promise<void> } {
  const directory = join(config.dataDir, 'sandbox');
  const mayTell = tellsItself([config.publicUrl, baseUrl]);
  const multisafepay = createMultisafepaySandbox({
    clock,
    publicUrl: `${config.publicUrl}${MULTISAFEPAY_PATH}`,
    directory,
    mayTell,
    timers: MULTISAFEPAY_TIMERS,
  });
  const midtrans = createMidtransSandbox({
    clock,
    publicUrl: `${config.publicUrl}${MIDTRANS_PATH}`,
    notificationUrl: `${baseUrl}/notify/midtrans`,
    directory,
    mayTell,
    timers: MIDTRANS_TIMERS,
  });
  const router = Router();
  router.get('/sandbox', (_request, response) => response.redirect(302, `${config.basePath}${MULTISAFEPAY_PATH}`));
  router.use(MULTISAFEPAY_PATH, multisafepay.router);
  router.use(MIDTRANS_PATH, midtrans.router);
  return {
    router,
    async close() {
      await multisafepay.close();
      await midtrans.close();
    },
  };
}

/**
 * Whoever reaches a public demo knows its keys: without this it would send requests to any address that they name, also
 * to servers that only this machine can reach.
 */
function tellsItself(bases: readonly string[]): (url: string) => boolean {
  const own = bases.map((base) => new URL(`${base}/notify/`).href);
  return (url) => URL.canParse(url) && own.some((base) => new URL(url).href.startsWith(base));
}
