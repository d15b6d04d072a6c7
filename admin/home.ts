import type { NextFunction, Request, Response } from 'express';
import type { Admin } from './admin';
import { sessionUser } from './session_user';
import { firstEntry, menuOf } from './menu';
import { page, type Controller } from './page';
import { visitOf } from './visit';
import { languageOf } from './language_choice';

/**
 * `/admin` itself: the dashboard, or, for people whose group may not see it, the first page of their menu. Who may
 * see nothing is told so.
 */
export function homePage(app: Admin, dashboard: Controller) {
  const shown = page(app, 'common/dashboard', 'access', dashboard);
  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const user = await sessionUser(app, request);
    if (user && !user.permission.access.includes('common/dashboard')) {
      const visit = visitOf(request, user, app.config.basePath, languageOf(request));
      const first = firstEntry(menuOf(visit, '', app.offers));
      if (first) return response.redirect(303, first.href);
    }
    return shown(request, response, next);
  };
}
