import express from 'express';
import type { Request, Response, Router } from 'express';
import { isObject, textIn } from './json';
import { sendPage } from './view';

/** What a buyer, a bank or the provider's staff can do, from the list. */
export interface Lever<Action extends string> {
  readonly action: Action;
  readonly label: string;
  readonly whenPaid: boolean;
}

/** As the list shows what a shop asked for. */
export interface IndexRow {
  readonly id: string;
  readonly environment: 'test' | 'live';
  readonly description: string;
  readonly amount: string;
  readonly status: string;
  readonly paid: boolean;
  readonly opened: string;
  /** Null when nothing can be paid there any more. */
  readonly payHref: string | null;
  readonly consoleHref: string;
}

export interface Listed<Item, Action extends string> {
  readonly provider: string;
  readonly title: string;
  readonly gone: string;
  readonly levers: readonly Lever<Action>[];
  all(): Item[];
  find(environment: 'test' | 'live', id: string): Item | null;
  rowOf(item: Item, base: string): IndexRow;
  /** Does it and waits until the shop was told. Answers what stands against it, or null. */
  pull(item: Item, action: Action): Promise<string | null>;
}

const SHOWN_MAX = 50;

/** The way in: everything that shops have asked for, newest first, with every state one press away. */
export function indexPageRoutes<Item extends { readonly createdAt: number }, Action extends string>(
  listed: Listed<Item, Action>,
): Router {
  const router = express.Router();
  router.get('/', (request, response) => show(listed, request, response));
  router.post('/', express.urlencoded({ extended: false }), (request, response) => pull(listed, request, response));
  return router;
}

async function show<Item extends { readonly createdAt: number }, Action extends string>(
  { provider, title, levers, ...listed }: Listed<Item, Action>,
  request: Request,
  response: Response,
  error = '',
  status = 200,
): Promise<void> {
  const base = request.baseUrl;
  const items = listed.all().sort((a, b) => b.createdAt - a.createdAt);
  const orders = items.slice(0, SHOWN_MAX).map((item) => {
    const row = listed.rowOf(item, base);
    return { ...row, levers: levers.filter(({ whenPaid }) => whenPaid === row.paid) };
  });
  const more = Math.max(0, items.length - SHOWN_MAX);
  await sendPage(
    response,
    'view/index.ejs',
    { provider, base, title, error, action: `${base}/`, orders, more },
    status,
  );
}

async function pull<Item extends { readonly createdAt: number }, Action extends string>(
  listed: Listed<Item, Action>,
  request: Request,
  response: Response,
): Promise<void> {
  const field = (name: string): string => (isObject(request.body) ? textIn(request.body, name) : '');
  const id = field('order');
  const item = listed.find(field('environment') === 'live' ? 'live' : 'test', id);
  const lever = listed.levers.find(({ action }) => action === field('action'));
  if (!item || !lever) return show(listed, request, response, listed.gone, 404);
  const against = await listed.pull(item, lever.action);
  if (against !== null) return show(listed, request, response, `${id}: ${against}.`, 422);
  response.redirect(303, `${request.baseUrl}/`);
}
