import type { Request, Response } from 'express';
import { ADMIN_LANGUAGES, type AdminLanguage } from '../language';
import { cookieOf } from '../system/http/cookie';
import type { Admin } from './admin';
import { adminCookie } from './admin_cookie';
import { hrefOf } from './visit';

/** Chosen by a link on every page, kept by the browser: people at one desk may read different languages. */
const COOKIE = 'payment_links_language';
const PARAMETER = 'admin_language';
const YEAR_MS = 365 * 24 * 3600 * 1000;

export function languageOf(request: Request): AdminLanguage {
  const chosen = cookieOf(request, COOKIE);
  return ADMIN_LANGUAGES.find(({ code }) => code === chosen) ?? ADMIN_LANGUAGES[0];
}

/** True when the request chose a language: it is kept, and the browser is sent back to where it was. */
export function choseLanguage(app: Admin, request: Request, response: Response): boolean {
  const chosen = ADMIN_LANGUAGES.find(({ code }) => code === request.query[PARAMETER]);
  if (!chosen || request.method !== 'GET') return false;
  response.cookie(COOKIE, chosen.code, { ...adminCookie(app), maxAge: YEAR_MS });
  const here = new URL(request.originalUrl, 'http://localhost');
  here.searchParams.delete(PARAMETER);
  response.redirect(303, `${here.pathname}${here.search}`);
  return true;
}

export interface LanguageLink {
  readonly text: string;
  readonly code: string;
  readonly href: string;
  readonly current: boolean;
}

/** The present page in each language. A page that answered a POST offers the start page instead. */
export function languageLinks(app: Admin, request: Request): LanguageLink[] {
  const here = new URL(request.originalUrl, 'http://localhost');
  const { basePath } = app.config;
  const target = request.method === 'GET' ? here : new URL(hrefOf(basePath, '/admin'), 'http://localhost');
  return ADMIN_LANGUAGES.map(({ code, name }) => {
    const href = new URL(target);
    href.searchParams.set(PARAMETER, code);
    return { text: name, code, href: `${href.pathname}${href.search}`, current: code === languageOf(request).code };
  });
}
