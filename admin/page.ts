import type { NextFunction, Request, Response } from 'express';
import type { Answer } from '../system/http/answer';
import { render } from '../system/view/render';
import type { Admin } from './admin';
import { sessionUser } from './session_user';
import { frameOf } from './frame';
import { journalPost } from './journal_post';
import { choseLanguage, languageOf } from './language_choice';
import { putNotice, takeNotice } from './notice';
import { refusalOf } from './refuse';
import { rememberTarget } from './return_target';
import { hrefOf, visitOf, type Visit } from './visit';

/** Parse, act, answer: no SQL, no provider, no response object. */
export type Controller = (app: Admin, visit: Visit) => Promise<Answer> | Answer;

/** Wraps a controller for one route: log-in, permission, and the answer's way to HTTP. */
export function page(app: Admin, route: string, kind: 'access' | 'modify', controller: Controller) {
  return async (request: Request, response: Response, _next: NextFunction): Promise<void> => {
    const user = await sessionUser(app, request);
    if (!user) return toLogin(app, request, response);
    if (choseLanguage(app, request, response)) return;
    const visit = visitOf(request, user, app.config.basePath, languageOf(request));
    if (!visit.may(kind, route)) throw await refusalOf(app, visit, kind, route);
    const answer = await controller(app, visit);
    // A redirect after a POST is what success looks like.
    if (request.method === 'POST' && answer.kind === 'redirect') await journalPost(app, visit, route);
    await send({ app, visit, route, response }, answer);
  };
}

function toLogin(app: Admin, request: Request, response: Response): void {
  rememberTarget(app, request, response);
  response.redirect(303, hrefOf(app.config.basePath, '/admin/common/login'));
}

/** One request on its way to an answer. */
interface Exchange {
  readonly app: Admin;
  readonly visit: Visit;
  readonly route: string;
  readonly response: Response;
}

async function send(exchange: Exchange, answer: Answer): Promise<void> {
  const { app, response } = exchange;
  switch (answer.kind) {
    case 'view':
      response.status(answer.status).send(wholePage(exchange, answer));
      return;
    case 'redirect':
      if (answer.notice) putNotice(app, response, answer.notice);
      response.redirect(303, `${app.config.basePath}${answer.to}`);
      return;
    case 'json':
      response.status(answer.status).json(answer.body);
      return;
    case 'text':
      response.status(answer.status).type(answer.type).send(answer.body);
      return;
    case 'stream':
      await answer.send(response);
      return;
  }
}

/** A view may name its own title, crumbs and scripts (names of assets); the frame shows them. */
export interface PageView {
  readonly title: string;
  readonly crumbs?: readonly { readonly text: string; readonly href: string }[];
  readonly scripts?: readonly string[];
}

function wholePage(exchange: Exchange, answer: { readonly name: string; readonly view: object }): string {
  const { app, visit, route, response } = exchange;
  const notice = takeNotice(app, visit.request, response);
  const body = render('admin/view', answer.name, { ...answer.view, csrf: visit.csrf });
  const { title, crumbs = [], scripts = [] } = answer.view as PageView;
  return render('admin/view', 'common/layout', frameOf(app, visit, { route, title, crumbs, notice, body, scripts }));
}
