import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';
import { DAY_MS } from '../system/clock';
import { cookieOf } from '../system/http/cookie';
import type { Admin } from './admin';
import { adminCookie } from './admin_cookie';

/** Says that a user has been let in from this browser before. It opens nothing; see `login_throttle.ts`. */
const COOKIE = 'payment_links_browser';
const LIFE_MS = 90 * DAY_MS;

/** Its number, when the cookie is one that this program gave to this very user; null otherwise. */
export function knownBrowser(app: Admin, request: Request, username: string): string | null {
  const [id = '', signature = ''] = cookieOf(request, COOKIE).split('.');
  const [sent, wanted] = [Buffer.from(signature), Buffer.from(signed(app, id, username))];
  return id !== '' && sent.length === wanted.length && timingSafeEqual(sent, wanted) ? id : null;
}

/** A new number with every log-in: guesses made with a stolen one are counted apart from it. */
export function rememberBrowser(app: Admin, response: Response, username: string): void {
  const id = randomBytes(12).toString('base64url');
  const options = { ...adminCookie(app, '/common/login'), maxAge: LIFE_MS };
  response.cookie(COOKIE, `${id}.${signed(app, id, username)}`, options);
}

function signed(app: Admin, id: string, username: string): string {
  const name = username.trim().toLowerCase();
  return createHmac('sha256', app.appKey).update(`browser\n${id}\n${name}`).digest('base64url');
}
