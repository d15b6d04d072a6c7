import type { Request } from 'express';
import { chooseLanguage } from '../../language/customer';
import type { Failure } from '../../system/http/failure';
import { fill } from '../../system/language';
import type { Catalog } from '../catalog';
import { icon } from '../view/icon';
import type { PayMessage } from '../view/pay';
import { payFrame } from './pay_frame';

/** Where there is no page to show: in the browser's language, and without a word about any shop or order. */
export function payMessage(app: Catalog, request: Request, failure: Failure): PayMessage {
  const language = chooseLanguage(...request.acceptsLanguages());
  const { texts } = language;
  const unknown = failure.status < 500;
  const heading = unknown ? texts.unknown_title : texts.broken_title;
  const { reference } = failure;
  return {
    ...payFrame(app, { language, title: heading, test: false, refresh: null }),
    icon: icon(unknown ? 'question-circle' : 'exclamation-triangle'),
    heading,
    sentence: unknown ? texts.unknown_text : texts.broken_text,
    remark: reference === null ? null : fill(texts.broken_reference, { reference }),
  };
}
