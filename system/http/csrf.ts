import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { CookieOptions, NextFunction, Request, Response } from 'express';
import { formExpired } from '../errors';
import { cookieOf } from './cookie';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
/** Of browsers in which nobody is logged in. */
const COOKIE = 'payment_links_form';

export interface FormProtection {
  readonly key: string;
  readonly cookie: CookieOptions;
}

/**
 * Every form carries a token, and the browser must say that the request comes from this site. Mounted on pages with a
 * session only; notifications have their signatures. The token is the session's own; before a log-in it belongs to a
 * cookie, so that whoever only passes by leaves nothing in the database.
 */
export function protectForms(protection: FormProtection) {
  return (request: Request, response: Response, next: NextFunction): void => {
    request.formToken = isSomebody(request) ? ownToken(request) : passingToken(protection, request, response);
    if (SAFE.has(request.method)) return next();
    const site = request.get('sec-fetch-site');
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return next(formExpired());
    const body = request.body as { csrf?: unknown } | undefined;
    const sent = request.get('x-csrf-token') ?? body?.csrf;
    next(typeof sent === 'string' && same(sent, request.formToken) ? undefined : formExpired());
  };
}

function isSomebody({ session }: Request): boolean {
  return session.userId !== undefined || session.awaitingCode !== undefined;
}

function ownToken({ session }: Request): string {
  return (session.csrf ??= randomBytes(24).toString('base64url'));
}

function passingToken({ key, cookie }: FormProtection, request: Request, response: Response): string {
  let nonce = cookieOf(request, COOKIE);
  if (!/^[\w-]{24}$/.test(nonce)) {
    nonce = randomBytes(18).toString('base64url');
    response.cookie(COOKIE, nonce, cookie);
  }
  return createHmac('sha256', key).update(`form\n${nonce}`).digest('base64url');
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

declare module 'express-serve-static-core' {
  interface Request {
    /** What a form of the page must bring along. */
    formToken: string;
  }
}
