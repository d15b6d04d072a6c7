import type { Request, Response } from 'express';
import { cookieOf } from '../system/http/cookie';
import type { Admin } from './admin';
import { adminCookie } from './admin_cookie';
import { hrefOf } from './visit';

/** The page that was wanted, while its reader logs in. The browser keeps it: nobody is anybody yet. */
const COOKIE = 'payment_links_return';
const LENGTH_MAX = 1000;

export function rememberTarget(app: Admin, request: Request, response: Response): void {
  if (request.method !== 'GET' || !request.accepts('html') || request.originalUrl.length > LENGTH_MAX) return;
  response.cookie(COOKIE, request.originalUrl, adminCookie(app, '/common/login'));
}

/** Only addresses of the admin itself: never a foreign one that somebody put into a link. */
export function takeTarget(app: Admin, request: Request, response: Response): string {
  const home = hrefOf(app.config.basePath, '/admin');
  const wanted = cookieOf(request, COOKIE);
  if (wanted === '') return home;
  response.clearCookie(COOKIE, adminCookie(app, '/common/login'));
  return wanted.startsWith(`${home}/`) ? wanted : home;
}
