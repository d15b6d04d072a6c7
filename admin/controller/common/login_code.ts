import type { Request, Response } from 'express';
import { textsIn } from '../../../language';
import { textIn, type Input } from '../../../system/http/input';
import { fill } from '../../../system/language';
import { render } from '../../../system/view/render';
import type { Admin } from '../../admin';
import { documentHead } from '../../document_head';
import { CODE_MINUTES, CODE_TRIES_MAX, isCode } from '../../login_code';
import { letIn } from '../../log_in';
import { beginTry, codeCountsOf, forgiveTry } from '../../login_throttle';
import { hrefOf } from '../../visit';
import { languageOf } from '../../language_choice';

interface Refused {
  readonly error: string;
  readonly status: number;
}

/** The second step of a log-in, where the shop asks for one. */
export function showCode(app: Admin, request: Request, response: Response, refused: Refused | null = null): void {
  const awaited = request.session.awaitingCode;
  if (!awaited) return response.redirect(303, loginHref(app));
  const text = textsIn(languageOf(request).code)['common/login'];
  const html = render('admin/view', 'common/login_code', {
    language: languageOf(request).locale,
    text,
    intro: fill(text.code_intro, { address: masked(awaited.address), minutes: CODE_MINUTES }),
    error: refused?.error ?? null,
    action: `${loginHref(app)}/code`,
    backHref: loginHref(app),
    csrf: request.formToken,
    head: documentHead(app, ['admin.js']),
  });
  response.status(refused?.status ?? 200).send(html);
}

/** A wrong code counts as a failed try of the name; after five the password is asked again. */
export async function checkCode(app: Admin, request: Request, response: Response): Promise<void> {
  const awaited = request.session.awaitingCode;
  if (!awaited) return response.redirect(303, loginHref(app));
  const text = textsIn(languageOf(request).code)['common/login'];
  const counts = codeCountsOf(awaited.username);
  const begun = await beginTry(app.db, app.clock, counts);
  if (!begun.allowed) {
    return showCode(app, request, response, {
      error: fill(text.error_throttled, { minutes: begun.minutes }),
      status: 429,
    });
  }
  const over = app.clock.now() > awaited.until || awaited.tries >= CODE_TRIES_MAX;
  if (over) return showCode(app, request, response, { error: text.error_code_over, status: 403 });
  if (!isCode(app, awaited, textIn((request.body ?? {}) as Input, 'code'))) {
    request.session.awaitingCode = { ...awaited, tries: awaited.tries + 1 };
    return showCode(app, request, response, { error: text.error_code, status: 401 });
  }
  await forgiveTry(app.db, counts, begun.ids);
  return letIn(app, request, response, awaited);
}

function loginHref(app: Admin): string {
  return hrefOf(app.config.basePath, '/admin/common/login');
}

/** `a•••@shop.example`: enough to know one's own. */
function masked(address: string): string {
  return address.replace(/^(.).*(?=@)/, '$1•••');
}
