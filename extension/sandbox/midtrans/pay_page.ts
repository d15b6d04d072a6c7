import express from 'express';
import type { Request, Response, Router } from 'express';
import { sendPage } from '../view';
import { act, isAction } from './actions';
import { consolePage } from './console_page';
import { amountOf, usage } from './links';
import { offered } from './methods';
import type { Notifier } from './notify';
import { amountText, CLOSED, fieldOf, sentClosed } from './page';
import type { Page } from './page';
import { beginPurchase } from './purchases';
import { CoreRefusal } from './refusal';
import { playScenario, showScenario } from './scenario_page';
import type { World } from './world';

/** The payer's pages: choose a method, say what the bank answers, go back to the shop. They work without script. */
export function payPageRoutes(world: World, notifier: Notifier): Router {
  const router = express.Router();
  router.use(express.urlencoded({ extended: false }));
  const on =
    (handle: (page: Page, request: Request, response: Response) => Promise<void> | void) =>
    async (request: Request, response: Response): Promise<void> => {
      const link = world.store.findByLinkId(String(request.params['id']));
      const base = request.baseUrl.replace(/\/payment-links$/, '');
      const frame = { provider: 'Midtrans', base };
      const path = `${base}/payment-links/${link?.paymentLinkId ?? ''}`;
      if (link) await handle({ world, notifier, link, path, frame }, request, response);
      else await sendPage(response, 'view/message.ejs', { ...frame, ...CLOSED.deleted, consoleHref: null }, 404);
    };
  router.get('/:id', on(showMethods));
  router.post('/:id/choose', on(chooseMethod));
  router.get('/:id/transaction/:transaction', on(showScenario));
  router.post('/:id/transaction/:transaction', on(playScenario));
  router.get('/:id/done', on(showDone));
  router.get('/:id/console', on(showConsole));
  router.post('/:id/console', on(playConsole));
  return router;
}

async function showMethods(page: Page, _request: Request, response: Response): Promise<void> {
  if (await sentClosed(page, response)) return;
  const { link, frame, path } = page;
  const { title, orderId, enabledPayments, usageLimit } = link.request;
  const methods = offered(enabledPayments, amountOf(link));
  await sendPage(response, 'view/choose.ejs', {
    ...frame,
    title: title || `Order ${orderId}`,
    description: title || `Order ${orderId}`,
    reference: `Order ${orderId}`,
    amount: amountText(amountOf(link)),
    methods: methods.map(({ id, name }) => ({ id, name, icon: null })),
    allHref: null,
    action: `${path}/choose`,
    note: `Used ${usage(link)} of ${usageLimit} times`,
    consoleHref: `${path}/console`,
  });
}

async function chooseMethod(page: Page, request: Request, response: Response): Promise<void> {
  if (await sentClosed(page, response)) return;
  const { world, link, path } = page;
  const amount = amountOf(link);
  const method = offered(link.request.enabledPayments, amount).find((one) => one.id === fieldOf(request, 'method'));
  if (!method) return response.redirect(303, path);
  const purchase = beginPurchase(world, link, method.id, amount);
  response.redirect(303, `${path}/transaction/${purchase.transactionId}`);
}

function showDone({ frame }: Page, _request: Request, response: Response): Promise<void> {
  const text = 'The shop named no page to return to. You can close this window.';
  return sendPage(response, 'view/message.ejs', { ...frame, title: 'Thank you', text, consoleHref: null });
}

function showConsole(page: Page, _request: Request, response: Response): Promise<void> {
  return sendPage(response, 'view/console.ejs', {
    ...page.frame,
    ...consolePage(page.world, page.link, page.path, ''),
  });
}

/** Waits for the shop's answer, so that the page shown next tells it. */
async function playConsole(page: Page, request: Request, response: Response): Promise<void> {
  const { world, notifier, link, frame, path } = page;
  const action = fieldOf(request, 'action');
  try {
    if (isAction(action)) act(world, notifier, action, { link });
    await notifier.idle();
    response.redirect(303, `${path}/console`);
  } catch (error) {
    if (!(error instanceof CoreRefusal)) throw error;
    await sendPage(response, 'view/console.ejs', { ...frame, ...consolePage(world, link, path, error.message) }, 422);
  }
}
