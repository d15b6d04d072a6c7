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
import { expireLink } from './actions';
import { apiRoutes } from './api';
import { isOutcome, move } from './attempts';
import { controlParts } from './control';
import type { MultisafepayControl } from './control';
import { ordersPageRoutes } from './index_page';
import { iconOf } from './lookups';
import { findMethod } from './methods';
import { createNotifier } from './notify';
import type { Environment } from './order';
import { payPageRoutes } from './pay_page';
import { executeRefund } from './refunds';
import { createStore } from './store';
import type { Store } from './store';
import { REAL_TIMERS, USUAL } from './world';
import type { Timers, World } from './world';

/** The keys it knows unless others are given; nobody's real key looks like this. */
export const DEMO_KEYS: Readonly<Record<Environment, string>> = {
  test: 'demo-key-multisafepay-test',
  live: 'demo-key-multisafepay-live',
};

/** Where the demo mounts it; the API lies below `/v1/json` of it. */
export const SANDBOX_PATH = '/sandbox/multisafepay';

export type SandboxOptions = CommonOptions<Timers>;

export interface Sandbox {
  readonly router: Router;
  readonly control: MultisafepayControl;
  readonly store: Store;
  close(): Promise<void>;
}

/** A stand-in for MultiSafepay: its JSON API, its pay page and its notifications. It knows nothing of the shop. */
export function createMultisafepaySandbox(options: SandboxOptions = {}): Sandbox {
  const clock = options.clock ?? systemClock;
  const store = createStore(clock, options.directory);
  const faults = createFaults(options.random);
  const log = createRequestLog(clock);
  const notifier = createNotifier(() => world);
  const handlers = taskHandlers(
    () => world,
    (id) => notifier.retry(id),
  );
  const agenda = createAgenda({ clock, tasks: store.tasks, handlers, everyMs: options.tickMs ?? 250 });
  const world: World = {
    clock,
    store,
    agenda,
    timers: { ...REAL_TIMERS, ...options.timers },
    keys: options.keys ?? DEMO_KEYS,
    trustedHosts: new Set(options.publicUrl === undefined ? [] : [new URL(options.publicUrl).host]),
    behaviours: USUAL,
    mayTell: options.mayTell ?? (() => true),
    tell: (order, attempt) => notifier.tell(order, attempt),
  };
  const parts = controlParts(world, notifier, faults, log);
  const control = createControl(parts);
  const baseOf = (request: Request) => options.publicUrl ?? addressOf(request);
  const router = express.Router();
  router.use('/v1/json', apiRoutes({ world, faults, log, baseOf }));
  router.use('/connect', payPageRoutes(world, notifier));
  router.use(ordersPageRoutes(world, notifier));
  router.use('/control', controlRoutes(control, parts));
  router.get('/sandbox.css', (_request, response) => response.sendFile(viewPath('view/sandbox.css')));
  router.get('/icon/:id.svg', (request, response) => {
    const method = findMethod(request.params['id']);
    if (method) response.type('svg').send(iconOf(method));
    else response.sendStatus(404);
  });
  const close = async () => {
    agenda.close();
    notifier.close();
    await notifier.idle();
    store.flush();
  };
  return { router, control, store, close };
}

function taskHandlers(world: () => World, retry: (id: string) => void): Parameters<typeof createAgenda>[0]['handlers'] {
  const orderOf = (data: Readonly<Record<string, string>>) =>
    world().store.find(data['environment'] as Environment, data['orderId'] ?? '');
  return {
    notify: (data) => retry(data['id'] ?? ''),
    expire_link(data) {
      const found = world().store.findBySession(data['session'] ?? '');
      if (found) expireLink(world(), found.order, found.session);
    },
    refund(data) {
      const order = orderOf(data);
      if (order) executeRefund(world(), order, data['refund'] ?? '');
    },
    move(data) {
      const order = orderOf(data);
      const attempt = order?.attempts.find((one) => one.id === data['attempt']);
      const outcome = data['outcome'] ?? '';
      if (!order || !attempt || !isOutcome(outcome)) return;
      if (attempt.status === data['from']) move(world(), order, attempt, outcome);
    },
  };
}

/** As the caller reached it: scheme, host and the path it is mounted at. */
function addressOf(request: Request): string {
  const mounted = request.baseUrl.replace(/\/(v1\/json|connect)$/, '');
  return `${request.protocol}://${request.get('host') ?? 'localhost'}${mounted}`;
}

export interface StartedSandbox extends Pick<Sandbox, 'control' | 'store' | 'close'> {
  /** Address of the stand-in; append `/v1/json` for the API. */
  readonly url: string;
  readonly apiUrl: string;
}

/** Alone on a free port of 127.0.0.1, as tests want it. */
export async function startSandbox(options: SandboxOptions = {}): Promise<StartedSandbox> {
  const sandbox = createMultisafepaySandbox(options);
  const listening = await listen(SANDBOX_PATH, sandbox.router);
  const close = async () => {
    await listening.close();
    await sandbox.close();
  };
  return { ...sandbox, url: listening.url, apiUrl: `${listening.url}/v1/json`, close };
}
