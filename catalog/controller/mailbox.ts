import { Router, type NextFunction, type Request, type Response } from 'express';
import { join } from 'node:path';
import { AppError, formExpired, notFound } from '../../system/errors';
import { loopbackOnly } from '../../system/http/client_address';
import { textIn, wholeIn } from '../../system/http/input';
import { securityHeaders } from '../../system/http/security';
import type { MailboxStore, OpenedMail, StoredMail } from '../../system/mail/mailbox_store';
import { PROJECT_ROOT } from '../../system/project_root';
import { render } from '../../system/view/render';
import type { MailboxLine, MailboxList, MailboxMessage, MailboxPage } from '../view/mailbox/mailbox';

export interface MailboxOptions {
  readonly store: MailboxStore;
  /** Path of PUBLIC_URL, without a slash at the end. */
  readonly basePath: string;
  /** Answers other machines too (`DEMO=public`). */
  readonly publicAccess: boolean;
}

const PER_PAGE = 50;
const STYLE = join(PROJECT_ROOT, 'catalog/view/mailbox/mailbox.css');

/**
 * A mail is foreign content: it is shown in a frame without script, forms or this site's cookies, and fetches
 * nothing. Its links open in a new tab.
 */
const MAIL_POLICY =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'; " +
  'sandbox allow-popups allow-popups-to-escape-sandbox';

/** The demo's mailbox, to be mounted at `/mailbox`. */
export function mailboxRouter(options: MailboxOptions): Router {
  const { store } = options;
  const home = `${options.basePath}/mailbox`;
  const router = Router();
  if (!options.publicAccess) router.use(loopbackOnly);
  router.use(securityHeaders({ https: false }), ownFormsOnly);
  router.get('/', async (request, response) => void response.send(await listPage(store, home, request)));
  router.get('/style.css', (_request, response) => response.sendFile(STYLE, { dotfiles: 'allow' }));
  router.post('/delete', async (_request, response) => {
    await store.removeAll();
    response.redirect(303, home);
  });
  router.get('/:id', async (request, response) => {
    const mail = await opened(store, request);
    response.send(render('catalog/view', 'mailbox/message', messageView(home, mail, textIn(request.query, 'as'))));
  });
  router.get('/:id/html', async (request, response) => sendMail(await opened(store, request), response));
  router.post('/:id/delete', async (request, response) => {
    await store.remove(request.params.id);
    response.redirect(303, home);
  });
  router.use(goneMail(home));
  return router;
}

/** Other sites' pages may not delete mails here; browsers say where a request comes from. */
function ownFormsOnly(request: Request, _response: Response, next: NextFunction): void {
  const site = request.get('sec-fetch-site');
  const foreign = site !== undefined && site !== 'same-origin' && site !== 'none';
  next(request.method === 'POST' && foreign ? formExpired() : undefined);
}

/** A mail that was deleted, here or in another tab. */
function goneMail(home: string) {
  // Express knows an error handler by its four parameters.
  return (thrown: unknown, _request: Request, response: Response, next: NextFunction): void => {
    if (!(thrown instanceof AppError && thrown.code === 'not_found')) return next(thrown);
    response.status(404).send(render('catalog/view', 'mailbox/gone', pageView(home, 'This mail is not here any more')));
  };
}

async function opened(store: MailboxStore, request: Request): Promise<OpenedMail> {
  const mail = await store.read(String(request.params['id']));
  if (!mail) throw notFound();
  return mail;
}

function sendMail(mail: OpenedMail, response: Response): void {
  response.set('Content-Security-Policy', MAIL_POLICY);
  for (const header of ['X-Frame-Options', 'Origin-Agent-Cluster']) response.removeHeader(header);
  // Clicks must leave the frame: the pay page refuses to be framed.
  response.type('html').send(mail.html.replace(/<head[^>]*>/i, '$&<base target="_blank">'));
}

async function listPage(store: MailboxStore, home: string, request: Request): Promise<string> {
  const page = Math.max(1, wholeIn(request.query, 'page', 1));
  const { mails, total } = await store.list({ limit: PER_PAGE, offset: (page - 1) * PER_PAGE });
  const view: MailboxList = {
    ...pageView(home, 'Mailbox'),
    count: total === 0 ? 'No mails yet' : total === 1 ? 'One mail' : `${total} mails`,
    mails: mails.map((mail) => lineView(home, mail)),
    newerHref: page > 1 ? `${home}?page=${page - 1}` : null,
    olderHref: page * PER_PAGE < total ? `${home}?page=${page + 1}` : null,
    emptyAction: `${home}/delete`,
  };
  return render('catalog/view', 'mailbox/list', view);
}

const SHOWN_AS = [
  ['html', 'Mail'],
  ['text', 'Text'],
  ['source', 'Source'],
] as const;

function messageView(home: string, mail: OpenedMail, wanted: string): MailboxMessage {
  const shown = wanted === 'source' ? 'source' : wanted === 'text' || mail.html === '' ? 'text' : 'html';
  const href = `${home}/${mail.id}`;
  return {
    ...pageView(home, `${mail.subject} – Mailbox`),
    line: lineView(home, mail),
    messageId: mail.messageId,
    tabs: SHOWN_AS.map(([as, label]) => ({ label, href: `${href}?as=${as}`, current: as === shown })),
    frameHref: shown === 'html' ? `${href}/html` : null,
    text: shown === 'source' ? mail.source : mail.text,
    deleteAction: `${href}/delete`,
  };
}

function pageView(home: string, title: string): MailboxPage {
  return { title, styleHref: `${home}/style.css`, listHref: home };
}

/** In this machine's zone, which it names: the mails themselves speak in the shop's. */
const TIME = new Intl.DateTimeFormat('en-GB', {
  ...{ day: 'numeric', month: 'short', year: 'numeric' },
  ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', timeZoneName: 'short' },
});

function lineView(home: string, mail: StoredMail): MailboxLine {
  return {
    href: `${home}/${mail.id}`,
    subject: mail.subject || '(no subject)',
    to: mail.to,
    from: mail.from,
    time: TIME.format(mail.receivedAt),
    iso: new Date(mail.receivedAt).toISOString(),
  };
}
