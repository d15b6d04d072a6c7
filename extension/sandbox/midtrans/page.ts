import type { Request, Response } from 'express';
import { formatMoney } from '../../../system/money';
import { isObject, textIn } from '../json';
import { sendPage } from '../view';
import type { Link } from './link';
import { whyClosed } from './links';
import type { Notifier } from './notify';
import type { World } from './world';

/** What every page of one link starts from. */
export interface Page {
  readonly world: World;
  readonly notifier: Notifier;
  readonly link: Link;
  /** Path of the link's pages, without a trailing slash. */
  readonly path: string;
  /** What every view needs; `base` is the path of the stand-in. */
  readonly frame: { readonly provider: string; readonly base: string };
}

export const CLOSED = {
  deleted: { title: 'This payment link is not available', text: 'Please ask the shop for a new link.' },
  expired: { title: 'This payment link has expired', text: 'Please ask the shop for a new link.' },
  early: { title: 'This payment link is not open yet', text: 'Please come back later.' },
  used: {
    title: 'This payment link is used up',
    text: 'A payment was made, or is under way. There is nothing left to do.',
  },
};

/** @returns true when the link is closed and the payer was told why. */
export async function sentClosed({ world, link, frame, path }: Page, response: Response): Promise<boolean> {
  const why = whyClosed(link, world.clock.now());
  if (why === null) return false;
  await sendPage(response, 'view/message.ejs', { ...frame, ...CLOSED[why], consoleHref: `${path}/console` }, 410);
  return true;
}

/** For people: whole rupiah. */
export function amountText(rupiah: number): string {
  return formatMoney({ minor: rupiah * 100, currency: 'IDR' }, 'id-ID');
}

/** One field of a form. */
export function fieldOf(request: Request, name: string): string {
  return isObject(request.body) ? textIn(request.body, name) : '';
}
