import type { Request, Response } from 'express';
import { chooseLanguage } from '../../language/customer';
import { failures, type Failure } from '../../system/http/failure';
import { fill } from '../../system/language';
import { render } from '../../system/view/render';
import type { Catalog } from '../catalog';
import { icon } from '../view/icon';
import type { PayMessage } from '../view/pay';
import { payFrame } from './pay_frame';
import { payPolicies } from './pay_policy';

/** Answers an error below `/pay`: with a page, in the browser's language. */
export function messagePages(app: Catalog): ReturnType<typeof failures> {
  return failures(app.log, (failure, request, response) => sendPage(app, failure, request, response));
}

/** Answers an error anywhere else: with the same page for people, with a line of text for programs. */
export function messagePagesOrText(app: Catalog): ReturnType<typeof failures> {
  const { base } = payPolicies(app);
  return failures(app.log, (failure, request, response) => {
    const send = request.accepts(['text', 'html']) === 'html' ? sendPage : sendText;
    void base(request, response, () => send(app, failure, request, response.vary('Accept')));
  });
}

function sendPage(app: Catalog, failure: Failure, request: Request, response: Response): void {
  response.send(render('catalog/view', 'pay_message', payMessage(app, request, failure)));
}

function sendText(_app: Catalog, { message, remedy, reference }: Failure, _request: Request, response: Response): void {
  response.type('text').send(`${[message, remedy, reference].filter((one) => one !== null).join(' ')}\n`);
}

const KINDS = {
  unknown: 'question-circle',
  refused: 'info-circle',
  broken: 'exclamation-triangle',
} as const;

/** Where there is no page to show: in the browser's language, and without a word about any shop or order. */
function payMessage(app: Catalog, request: Request, failure: Failure): PayMessage {
  const language = chooseLanguage(...request.acceptsLanguages());
  const { texts } = language;
  const kind = kindOf(failure.status);
  const heading = texts[`${kind}_title`];
  const { reference } = failure;
  return {
    ...payFrame(app, { language, title: heading, test: false, refresh: null }),
    icon: icon(KINDS[kind]),
    heading,
    sentence: texts[`${kind}_text`],
    remark: reference === null ? null : fill(texts.broken_reference, { reference }),
  };
}

/** An address that cannot even be read (400) is none either. */
function kindOf(status: number): keyof typeof KINDS {
  if (status >= 500) return 'broken';
  return status === 404 || status === 400 ? 'unknown' : 'refused';
}
