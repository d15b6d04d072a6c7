import express from 'express';
import type { Request, Response, Router } from 'express';
import { sendPage } from '../view';
import { act, isAction } from './actions';
import { beginAttempt } from './attempts';
import { consolePage } from './console_page';
import { findMethod, fits, METHODS } from './methods';
import type { Method } from './methods';
import type { Notifier } from './notify';
import type { Session } from './order';
import { addressOf, amountOf, fieldOf, frame, sentClosed } from './page';
import type { Page } from './page';
import { Refusal } from './refusal';
import { playScenario, showScenario } from './scenario_page';
import { OPENS_MAX } from './state';
import type { World } from './world';

/** The buyer's pages: choose a method, say what the bank answers, go back to the shop. They work without script. */
export function payPageRoutes(world: World, notifier: Notifier): Router {
  const router = express.Router();
  router.use(express.urlencoded({ extended: false }));
  const on =
    (handle: (page: Page, request: Request, response: Response) => Promise<void> | void) =>
    async (request: Request, response: Response): Promise<void> => {
      const found = world.store.findBySession(String(request.params['session']));
      const base = request.baseUrl.replace(/\/connect$/, '');
      if (found) await handle({ world, notifier, ...found, base }, request, response);
      else await sendPage(response, 'view/message.ejs', { ...frame(base), ...UNKNOWN }, 404);
    };
  router.get('/:session', on(showMethods));
  router.post('/:session', on(refuseForm));
  router.post('/:session/choose', on(chooseMethod));
  router.get('/:session/attempt/:attempt', on(showScenario));
  router.post('/:session/attempt/:attempt', on(playScenario));
  router.get('/:session/done', on(showDone));
  router.get('/:session/console', on(showConsole));
  router.post('/:session/console', on(playConsole));
  return router;
}

const UNKNOWN = { title: 'This payment page does not exist', text: 'Please ask the shop for a new link.' };

/** Every look at this page counts, as with the real one; that is why no program may fetch the address ahead. */
async function showMethods(page: Page, request: Request, response: Response): Promise<void> {
  const { world, order, session } = page;
  session.opens += 1;
  world.store.changed();
  if (await sentClosed(page, response)) return;
  const everything = request.query['methods'] === 'all';
  await sendPage(response, 'view/choose.ejs', {
    ...frame(page.base),
    title: session.request.description,
    description: session.request.description,
    reference: `Order ${order.orderId}`,
    amount: amountOf(session),
    methods: offered(session, everything).map(({ id, name }) => ({ id, name, icon: `${page.base}/icon/${id}.svg` })),
    allHref: everything ? null : '?methods=all',
    action: `${addressOf(page)}/choose`,
    note: `Opened ${session.opens} of ${OPENS_MAX} times`,
    consoleHref: `${addressOf(page)}/console/`,
  });
}

/** A page made for one method offers no other; pay-later methods need a cart. */
function offered({ request }: Session, everything: boolean): Method[] {
  const only = request.gateway === null ? null : findMethod(request.gateway);
  if (only) return [only];
  const { country, currency, amount } = request;
  return METHODS.filter((method) => method.listed && (request.hasCart || !method.cartRequired)).filter((method) =>
    fits(method, everything ? { currency, amount } : { country, currency, amount }),
  );
}

/** The real page answers GET only. */
function refuseForm(page: Page, _request: Request, response: Response): Promise<void> {
  const text = 'This page is opened by following the link, not by sending a form to it.';
  return sendPage(response, 'view/message.ejs', { ...frame(page.base), title: 'Form not accepted', text }, 403);
}

async function chooseMethod(page: Page, request: Request, response: Response): Promise<void> {
  if (await sentClosed(page, response)) return;
  const method = offered(page.session, true).find((one) => one.id === fieldOf(request, 'method'));
  if (!method) return response.redirect(303, `${addressOf(page)}/`);
  const attempt = beginAttempt(page.world, page.order, page.session, method.id);
  response.redirect(303, `${addressOf(page)}/attempt/${attempt.id}/`);
}

function showDone(page: Page, _request: Request, response: Response): Promise<void> {
  const text = 'The shop named no page to return to. You can close this window.';
  return sendPage(response, 'view/message.ejs', { ...frame(page.base), title: 'Thank you', text });
}

function showConsole(page: Page, _request: Request, response: Response): Promise<void> {
  return sendPage(response, 'view/console.ejs', { ...frame(page.base), ...consolePage(page, '') });
}

/** Waits for the shop's answer, so that the page shown next tells it. */
async function playConsole(page: Page, request: Request, response: Response): Promise<void> {
  const action = fieldOf(request, 'action');
  try {
    if (isAction(action)) act(page.world, page.notifier, action, page);
    await page.notifier.idle();
    response.redirect(303, `${addressOf(page)}/console/`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await sendPage(response, 'view/console.ejs', { ...frame(page.base), ...consolePage(page, error.info) }, 422);
  }
}
