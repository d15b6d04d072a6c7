import express from 'express';
import type { Request, Response, Router } from 'express';
import { formatMoney } from '../../../system/money';
import { sendPage } from '../view';
import { act, isAction } from './actions';
import type { Action } from './actions';
import type { Notifier } from './notify';
import type { Environment, Order } from './order';
import { fieldOf, frame } from './page';
import { Refusal } from './refusal';
import { decisiveAttempt, isPaid, newestSession, OPENS_MAX, orderStatus, whyClosed } from './state';
import type { World } from './world';

/** What a buyer, a bank or the provider's staff can do to one order, from the list. */
const LEVERS: readonly { action: Action; label: string; whenPaid: boolean }[] = [
  { action: 'complete', label: 'Pay', whenPaid: false },
  { action: 'bank_transfer', label: 'Pay by transfer', whenPaid: false },
  { action: 'decline', label: 'Decline', whenPaid: false },
  { action: 'leave', label: 'Choose a method and leave', whenPaid: false },
  { action: 'expire_link', label: 'Expire now', whenPaid: false },
  { action: 'pay_twice', label: 'Pay twice', whenPaid: true },
  { action: 'partial_refund', label: 'Refund half', whenPaid: true },
  { action: 'refund', label: 'Refund', whenPaid: true },
  { action: 'chargeback', label: 'Chargeback', whenPaid: true },
];

const SHOWN_MAX = 50;
const ENVIRONMENTS: readonly Environment[] = ['test', 'live'];

/** The way in: every order that shops have asked payment for, newest first, with every state one press away. */
export function indexPageRoutes(world: World, notifier: Notifier): Router {
  const router = express.Router();
  router.get('/', (request, response) => showIndex(world, request, response));
  router.post('/', express.urlencoded({ extended: false }), (request, response) =>
    pull(world, notifier, request, response),
  );
  return router;
}

async function showIndex(world: World, request: Request, response: Response, error = '', status = 200): Promise<void> {
  const base = request.baseUrl;
  const orders = ENVIRONMENTS.flatMap((environment) => world.store.all(environment)).sort(
    (a, b) => b.createdAt - a.createdAt,
  );
  const page = {
    ...frame(base),
    title: 'Orders at the provider',
    error,
    action: `${base}/`,
    orders: orders.slice(0, SHOWN_MAX).map((order) => rowOf(world, order, base)),
    more: Math.max(0, orders.length - SHOWN_MAX),
  };
  await sendPage(response, 'view/index.ejs', page, status);
}

function rowOf(world: World, order: Order, base: string) {
  const session = newestSession(order);
  const { amount, currency, description } = session.request;
  const attempt = decisiveAttempt(order);
  const now = world.clock.now();
  const paid = attempt !== null && isPaid(attempt);
  const closed = whyClosed(order, session, now);
  return {
    id: order.orderId,
    environment: order.environment,
    live: order.environment === 'live',
    description,
    amount: formatMoney({ minor: amount, currency }, 'en-GB'),
    status: orderStatus(order, attempt, now),
    paid,
    opened: `opened ${session.opens} of ${OPENS_MAX} times`,
    payHref: closed === null ? `${base}/connect/${session.id}/` : null,
    consoleHref: `${base}/connect/${session.id}/console/`,
    levers: LEVERS.filter(({ whenPaid }) => whenPaid === paid),
  };
}

/** Waits until the shop was told, so that its pages are up to date when one looks. */
async function pull(world: World, notifier: Notifier, request: Request, response: Response): Promise<void> {
  const environment: Environment = fieldOf(request, 'environment') === 'live' ? 'live' : 'test';
  const order = world.store.find(environment, fieldOf(request, 'order'));
  const action = fieldOf(request, 'action');
  if (!order || !isAction(action)) return showIndex(world, request, response, 'There is no such order any more.', 404);
  try {
    act(world, notifier, action, { order });
    await notifier.idle();
    response.redirect(303, `${request.baseUrl}/`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await showIndex(world, request, response, `${order.orderId}: ${error.info}.`, 422);
  }
}
