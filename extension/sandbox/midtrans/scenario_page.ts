import type { Request, Response } from 'express';
import { withQuery } from '../deliver';
import { sendPage } from '../view';
import { act } from './actions';
import type { Action } from './actions';
import type { Link, Purchase } from './link';
import { findMethod } from './methods';
import { amountText, fieldOf } from './page';
import type { Page } from './page';
import { statusCode } from './transaction_object';

/** What the bank can answer; the payer is sent back to the shop after each. */
const SCENARIOS: readonly { action: Action; label: string; primary?: boolean }[] = [
  { action: 'complete', label: 'Complete', primary: true },
  { action: 'pending', label: 'Leave pending' },
  { action: 'deny', label: 'Deny' },
  { action: 'challenge', label: 'Challenge by the fraud check' },
  { action: 'pay_with_fee', label: 'Complete with a fee on top' },
  { action: 'cancel', label: 'Cancel' },
  { action: 'expire', label: 'Let it expire' },
];

export async function showScenario(page: Page, request: Request, response: Response, error = ''): Promise<void> {
  const { link, frame, path } = page;
  const purchase = purchaseOf(page, request);
  if (!purchase) return response.redirect(303, path);
  const name = findMethod(purchase.method)?.name ?? purchase.method;
  await sendPage(response, 'view/scenario.ejs', {
    ...frame,
    title: name,
    method: name,
    reference: `Order ${link.request.orderId}`,
    amount: amountText(purchase.grossAmount),
    transaction: purchase.transactionId,
    choices: SCENARIOS,
    action: `${path}/transaction/${purchase.transactionId}`,
    error,
    consoleHref: `${path}/console`,
  });
}

export function playScenario(page: Page, request: Request, response: Response): Promise<void> | void {
  const { world, notifier, link, path } = page;
  const purchase = purchaseOf(page, request);
  const scenario = SCENARIOS.find((one) => one.action === fieldOf(request, 'action'));
  if (!purchase || !scenario) return response.redirect(303, path);
  if (purchase.status !== 'pending') {
    return showScenario(page, request, response, `This transaction is already ${purchase.status}.`);
  }
  act(world, notifier, scenario.action, { link, purchase });
  response.redirect(303, finishUrl(link, purchase) ?? `${path}/done`);
}

/** Where the payer lands, with parameters that prove nothing. Null when the shop named no page. */
function finishUrl(link: Link, purchase: Purchase): string | null {
  const { finishUrl: url } = link.request;
  if (url === '') return null;
  return withQuery(url, {
    order_id: purchase.orderId,
    status_code: statusCode(purchase, false),
    transaction_status: purchase.status,
  });
}

function purchaseOf({ link }: Page, request: Request): Purchase | undefined {
  return link.purchases.find((purchase) => purchase.transactionId === request.params['transaction']);
}
