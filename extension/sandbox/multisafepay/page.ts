import type { Request, Response } from 'express';
import { formatMoney } from '../../../system/money';
import { isObject, textIn } from '../json';
import { sendPage } from '../view';
import type { Notifier } from './notify';
import type { Order, Session } from './order';
import { OPENS_MAX, whyClosed } from './state';
import type { World } from './world';

/** What every page of one link starts from. */
export interface Page {
  readonly world: World;
  readonly notifier: Notifier;
  readonly order: Order;
  readonly session: Session;
  /** Path of the stand-in, without a trailing slash. */
  readonly base: string;
}

const CLOSED = {
  paid: { title: 'This order is already paid', text: 'There is nothing left to do.' },
  cancelled: { title: 'This payment link was cancelled', text: 'Please ask the shop for a new link.' },
  expired: { title: 'This payment link has expired', text: 'Please ask the shop for a new link.' },
  used: {
    title: 'This payment link was opened too often',
    text: `A link opens ${OPENS_MAX} times. Please ask the shop for a new one.`,
  },
};

/** What every view of the stand-in needs. */
export function frame(base: string): { provider: string; base: string } {
  return { provider: 'MultiSafepay', base };
}

/** Path of the link's pages, without a trailing slash. */
export function addressOf({ base, session }: Page): string {
  return `${base}/connect/${session.id}`;
}

/** @returns true when the link is closed and the buyer was told why. */
export async function sentClosed(page: Page, response: Response): Promise<boolean> {
  const why = whyClosed(page.order, page.session, page.world.clock.now());
  if (why === null) return false;
  const consoleHref = `${addressOf(page)}/console/`;
  await sendPage(response, 'view/message.ejs', { ...frame(page.base), ...CLOSED[why], consoleHref }, 410);
  return true;
}

export function amountOf({ request }: Session): string {
  return formatMoney({ minor: request.amount, currency: request.currency }, request.locale.replace('_', '-'));
}

/** One field of a form. */
export function fieldOf(request: Request, name: string): string {
  return isObject(request.body) ? textIn(request.body, name) : '';
}
