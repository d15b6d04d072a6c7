import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Notice } from '../system/http/answer';
import { cookieOf } from '../system/http/cookie';
import type { Admin } from './admin';
import { adminCookie } from './admin_cookie';

/** The message for the next page travels in a signed cookie: one write to the database less for every form sent. */
const COOKIE = 'payment_links_notice';
const LIFE_MS = 60_000;

export function putNotice(app: Admin, response: Response, notice: Notice): void {
  const text = Buffer.from(JSON.stringify(notice)).toString('base64url');
  response.cookie(COOKIE, `${text}.${signed(app, text)}`, { ...adminCookie(app), maxAge: LIFE_MS });
}

/** Shown once: reading it clears it. One that this program did not sign is none. */
export function takeNotice(app: Admin, request: Request, response: Response): Notice | null {
  const [text = '', signature = ''] = cookieOf(request, COOKIE).split('.');
  if (text === '') return null;
  response.clearCookie(COOKIE, adminCookie(app));
  const [sent, wanted] = [Buffer.from(signature), Buffer.from(signed(app, text))];
  if (sent.length !== wanted.length || !timingSafeEqual(sent, wanted)) return null;
  return JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as Notice;
}

function signed(app: Admin, text: string): string {
  return createHmac('sha256', app.appKey).update(`notice\n${text}`).digest('base64url');
}
