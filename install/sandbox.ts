import { join } from 'node:path';
import { Router } from 'express';
import { createMultisafepaySandbox, SANDBOX_PATH } from '../extension/sandbox/multisafepay/sandbox';
import { DEMO_TIMERS } from '../extension/sandbox/multisafepay/world';
import type { Clock } from '../system/clock';
import type { Config } from '../system/config';

/** The providers' stand-ins of the demo, mounted where the real clients look for them. */
export function openSandbox(config: Config, clock: Clock): { router: Router; close(): Promise<void> } {
  const multisafepay = createMultisafepaySandbox({
    clock,
    publicUrl: `${config.publicUrl}${SANDBOX_PATH}`,
    directory: join(config.dataDir, 'sandbox'),
    timers: DEMO_TIMERS,
  });
  const router = Router();
  router.use(SANDBOX_PATH, multisafepay.router);
  return { router, close: () => multisafepay.close() };
}
