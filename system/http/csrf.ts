import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import { formExpired } from '../errors';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Every form carries the session's own token, and the browser must say that the request comes from this site.
 * Mounted on pages with a session only; notifications have their signatures.
 */
export function protectForms(request: Request, _response: Response, next: NextFunction): void {
  request.session.csrf ??= randomBytes(24).toString('base64url');
  if (SAFE.has(request.method)) return next();
  const site = request.get('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return next(formExpired());
  const body = request.body as { csrf?: unknown } | undefined;
  const sent = request.get('x-csrf-token') ?? body?.csrf;
  next(typeof sent === 'string' && same(sent, request.session.csrf) ? undefined : formExpired());
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
