import type { Request, Response } from 'express';
import { sendPage } from '../view';
import { act } from './actions';
import type { Action } from './actions';
import { findMethod } from './methods';
import type { Attempt } from './order';
import { addressOf, amountOf, fieldOf, frame } from './page';
import type { Page } from './page';
import { returnUrl } from './return_url';

/** What the bank can answer; the buyer is sent back to the shop after each. */
const SCENARIOS: readonly { action: Action; label: string; primary?: boolean }[] = [
  { action: 'complete', label: 'Complete', primary: true },
  { action: 'decline', label: 'Decline' },
  { action: 'void', label: 'Cancel' },
  { action: 'uncleared', label: 'Uncleared, later completed' },
  { action: 'uncleared_decline', label: 'Uncleared, later declined' },
  { action: 'bank_transfer', label: 'Transfer, money arrives later' },
  { action: 'expire', label: 'Let it expire' },
];

export async function showScenario(page: Page, request: Request, response: Response, error = ''): Promise<void> {
  const attempt = attemptOf(page, request);
  if (!attempt) return response.redirect(303, `${addressOf(page)}/`);
  const name = findMethod(attempt.method)?.name ?? attempt.method;
  await sendPage(response, 'view/scenario.ejs', {
    ...frame(page.base),
    title: name,
    method: name,
    reference: `Order ${page.order.orderId} – ${page.session.request.description}`,
    amount: amountOf(page.session),
    transaction: attempt.id,
    choices: SCENARIOS,
    action: `${addressOf(page)}/attempt/${attempt.id}/`,
    error,
    consoleHref: `${addressOf(page)}/console/`,
  });
}

/** Decides the attempt and sends the buyer back, which proves nothing to the shop: the notification is on its own way. */
export function playScenario(page: Page, request: Request, response: Response): Promise<void> | void {
  const attempt = attemptOf(page, request);
  const scenario = SCENARIOS.find((one) => one.action === fieldOf(request, 'action'));
  if (!attempt || !scenario) return response.redirect(303, `${addressOf(page)}/`);
  if (!['initialized', 'uncleared'].includes(attempt.status)) {
    return showScenario(page, request, response, `This transaction is already ${attempt.status}.`);
  }
  act(page.world, page.notifier, scenario.action, { order: page.order, session: page.session, attempt });
  response.redirect(303, returnUrl(page.order, page.session, attempt) ?? `${addressOf(page)}/done/`);
}

function attemptOf({ order }: Page, request: Request): Attempt | undefined {
  return order.attempts.find((attempt) => attempt.id === request.params['attempt']);
}
