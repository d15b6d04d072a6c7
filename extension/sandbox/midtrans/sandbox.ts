import express from 'express';
import type { Request, Router } from 'express';
import { systemClock } from '../../../system/clock';
import { createAgenda } from '../agenda';
import { createControl } from '../control';
import { controlRoutes } from '../control_routes';
import { createFaults } from '../faults';
import { listen } from '../listen';
import type { CommonOptions } from '../options';
import { createRequestLog } from '../request_log';
import { viewPath } from '../view';
import { coreRoutes, linkRoutes } from './api';
import { controlParts } from './control';
import type { MidtransControl } from './control';
import { linksPageRoutes } from './index_page';
import type { Environment, TransactionStatus } from './link';
import { createNotifier } from './notify';
import { payPageRoutes } from './pay_page';
import { move } from './purchases';
import { createStore } from './store';
import type { Store } from './store';
import { confirmRefund } from './transactions';
import { REAL_TIMERS, USUAL } from './world';
import type { Timers, World } from './world';

/** The server keys it knows unless others are given; nobody's real key looks like this. */
export const DEMO_KEYS: Readonly<Record<Environment, string>> = {
  test: 'demo-key-midtrans-test',
  live: 'demo-key-midtrans-live',
};

/** Where the demo mounts it, and the base address of its API. */
export const SANDBOX_PATH = '/sandbox/midtrans';

export interface SandboxOptions extends CommonOptions<Timers> {
  /** The address for notifications, which merchants set in the provider's dashboard. */
  readonly notificationUrl?: string;
}

export interface Sandbox {
  readonly router: Router;
  readonly control: MidtransControl;
  readonly store: Store;
  /** As a merchant would in the dashboard. */
  setNotificationUrl(url: string): void;
  close(): Promise<void>;
}

/** A stand-in for Midtrans: payment links, their transactions, the payer's page and the notifications. */
export function createMidtransSandbox(options: SandboxOptions = {}): Sandbox {
  const clock = options.clock ?? systemClock;
  const store = createStore(clock, options.directory);
  const faults = createFaults(options.random);
  const log = createRequestLog(clock);
  const notifier = createNotifier(() => world);
  const handlers = taskHandlers(
    () => world,
    (id) => notifier.retry(id),
  );
  const world: World = {
    clock,
    store,
    agenda: createAgenda({ clock, tasks: store.tasks, handlers, everyMs: options.tickMs ?? 250 }),
    timers: { ...REAL_TIMERS, ...options.timers },
    keys: options.keys ?? DEMO_KEYS,
    notificationUrl: options.notificationUrl ?? '',
    behaviours: USUAL,
    mayTell: options.mayTell ?? (() => true),
    tell: (link, purchase) => notifier.tell(link, purchase),
  };
  const parts = controlParts(world, notifier, faults, log);
  const control = createControl(parts);
  const api = { world, faults, log, baseOf: (request: Request) => options.publicUrl ?? addressOf(request) };
  const router = express.Router();
  router.use('/v1/payment-links', linkRoutes(api));
  router.use('/v2', coreRoutes(api));
  router.use('/payment-links', payPageRoutes(world, notifier));
  router.use(linksPageRoutes(world, notifier));
  router.use('/control', controlRoutes(control, parts));
  router.get('/sandbox.css', (_request, response) => response.sendFile(viewPath('view/sandbox.css')));
  const close = async () => {
    world.agenda.close();
    notifier.close();
    await notifier.idle();
    store.flush();
  };
  return { router, control, store, setNotificationUrl: (url) => void (world.notificationUrl = url), close };
}

function taskHandlers(world: () => World, retry: (id: string) => void): Parameters<typeof createAgenda>[0]['handlers'] {
  const find = (data: Readonly<Record<string, string>>) =>
    world().store.findPurchase(data['environment'] as Environment, data['transaction'] ?? '');
  return {
    notify: (data) => retry(data['id'] ?? ''),
    confirm_refund(data) {
      const found = find(data);
      if (found) confirmRefund(world(), found.link, found.purchase, data['refund'] ?? '');
    },
    move(data) {
      const found = find(data);
      const { status, fraudStatus } = found?.purchase ?? {};
      if (!found || status !== data['from'] || fraudStatus !== 'accept') return;
      move(world(), found.link, found.purchase, data['to'] as TransactionStatus);
    },
  };
}

/** As the caller reached it: scheme, host and the path it is mounted at. */
function addressOf(request: Request): string {
  const mounted = request.baseUrl.replace(/\/v1\/payment-links$/, '');
  return `${request.protocol}://${request.get('host') ?? 'localhost'}${mounted}`;
}

export interface StartedSandbox extends Omit<Sandbox, 'router'> {
  /** Base address of the API and of the payer's pages. */
  readonly url: string;
}

/** Alone on a free port of 127.0.0.1, as tests want it. */
export async function startMidtransSandbox(options: SandboxOptions = {}): Promise<StartedSandbox> {
  const sandbox = createMidtransSandbox(options);
  const listening = await listen(SANDBOX_PATH, sandbox.router);
  const close = async () => {
    await listening.close();
    await sandbox.close();
  };
  return { ...sandbox, url: listening.url, close };
}
