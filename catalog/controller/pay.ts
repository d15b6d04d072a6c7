import { Router, type Request, type Response } from 'express';
import { openForCustomer, requestNewLink } from '../../extension/payment_link/person/customer_actions';
import { askForTruth, isFresh } from '../../extension/payment_link/person/customer_return';
import type { Link } from '../../extension/payment_link/link/link_row';
import { findNewestByToken, findTokenOf } from '../../extension/payment_link/link/links';
import { isToken } from '../../extension/payment_link/free/pay_names';
import { notFound } from '../../system/errors';
import { textIn } from '../../system/http/input';
import { render } from '../../system/view/render';
import type { Catalog } from '../catalog';
import { payFacts, type PayFacts } from '../pay/pay_facts';
import { amountName } from '../pay/pay_links';
import { messagePages } from '../pay/pay_message';
import { payPolicies, type PayPolicies } from '../pay/pay_policy';
import { payState, type PayMoment } from '../pay/pay_state';
import { payView } from '../pay/pay_view';
import { nameOf, pageAddress, readVisit, rememberLanguage } from '../pay/pay_visit';

const PAGE = '/pay/:name';
/** A customer who comes back is kept waiting for the provider's answer this long; then the page looks again itself. */
const TRUTH_WAIT_MS = 2000;

/** The page a customer pays from. Looking at it consumes nothing; only the button's POST leads to the provider. */
export function payRoutes(app: Catalog): Router {
  const router = Router();
  const policies = payPolicies(app);
  router.use('/pay', policies.base);
  router.get(PAGE, (request, response) => show(app, policies, request, response, 'open'));
  router.get(`${PAGE}/return`, (request, response) => show(app, policies, request, response, 'returned'));
  router.get(`${PAGE}/cancel`, (request, response) => show(app, policies, request, response, 'cancelled'));
  router.post(PAGE, (request, response) => pay(app, request, response));
  router.post(`${PAGE}/new`, (request, response) => sendNew(app, request, response));
  router.use('/pay', () => {
    throw notFound();
  });
  router.use('/pay', messagePages(app));
  return router;
}

async function show(
  app: Catalog,
  policies: PayPolicies,
  request: Request,
  response: Response,
  moment: PayMoment,
): Promise<void> {
  const facts = await factsFor(app, await tokenOf(app, request), moment);
  const { visit, ...reading } = readVisit(request, moment, facts, app.clock.now());
  const state = payState(facts, visit);
  if (reading.chosen) rememberLanguage(app, response, facts.link.token, reading.language.code);
  policies.allowLeaving(response, facts.link);
  response.send(render('catalog/view', 'pay', payView(app, { facts, state, visit, ...reading })));
}

/** Whoever comes back from the provider is told the truth, which is asked for first. */
async function factsFor(app: Catalog, token: string, moment: PayMoment): Promise<PayFacts> {
  const facts = await payFacts(app, token);
  if (facts === null) throw notFound();
  if (moment === 'open') return facts;
  const { link } = await askForTruth(app.links, facts.link, TRUTH_WAIT_MS);
  return link === facts.link ? facts : ((await payFacts(app, token)) ?? facts);
}

/**
 * The provider is asked first, so that nobody is sent to a page that is over there, or pays what was just paid. Slow
 * or down: on they go. Closed or being made: the page itself says which, and what can be done. Who pressed for an
 * amount that is not asked any more sees the new one first.
 */
async function pay(app: Catalog, request: Request, response: Response): Promise<void> {
  const link = await linkOf(app, request);
  if (!isFresh(app.links, link)) await askForTruth(app.links, link, TRUTH_WAIT_MS);
  const named = textIn(request.query, 'amount');
  const { amount } = await linkOf(app, request);
  if (named !== '' && named !== amountName(amount)) {
    return response.redirect(303, pageAddress(app, request, { changed: '1' }));
  }
  const answer = await openForCustomer(app.links, link.token);
  const page = pageAddress(app, request, answer.kind === 'being_made' ? { pressed: '1' } : {});
  response.redirect(303, answer.kind === 'go' ? answer.url : page);
}

async function sendNew(app: Catalog, request: Request, response: Response): Promise<void> {
  const { token } = await linkOf(app, request);
  const asked = await requestNewLink(app.links, token);
  response.redirect(303, pageAddress(app, request, { asked }));
}

/** @throws AppError `not_found` */
async function linkOf(app: Catalog, request: Request): Promise<Link> {
  const link = await findNewestByToken(app.db, await tokenOf(app, request));
  if (link === null) throw notFound();
  return link;
}

/** @throws AppError `not_found` */
async function tokenOf(app: Catalog, request: Request): Promise<string> {
  const name = nameOf(request);
  const token = name === '' || isToken(name) ? name : await findTokenOf(app.db, name);
  if (!token) throw notFound();
  return token;
}
