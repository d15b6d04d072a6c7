import type { Language } from '../../../extension/payment_link/order_book';
import { MAIL_KINDS, type MailKind } from '../../../extension/payment_link/mail_port';
import {
  SUBJECT_LENGTH_MAX,
  unknownPlaceholders,
  WORDS_LENGTH_MAX,
  type MailWords,
  type StoredMailChoice,
} from '../../../extension/payment_link/mail/mail_choices';
import type { TextFiles } from '../../../language';
import { notFound } from '../../../system/errors';
import { flagIn, textIn, type Input } from '../../../system/http/input';
import { fill } from '../../../system/language';
import type { FieldError } from '../../form_errors';

/** @throws AppError `not_found` */
export function kindIn(input: Input): MailKind {
  const kind = MAIL_KINDS.find((one) => one === textIn(input, 'kind'));
  if (!kind) throw notFound();
  return kind;
}

/** As typed, languages without own words left out. */
export function choiceIn(body: Input, languages: readonly Language[]): StoredMailChoice {
  const texts = languages
    .map(({ code }): [string, MailWords] => [
      code,
      { subject: textIn(body, `subject_${code}`), words: textIn(body, `words_${code}`).replace(/\r\n?/g, '\n') },
    ])
    .filter(([, own]) => own.subject !== '' || own.words !== '');
  return { enabled: flagIn(body, 'enabled'), texts: Object.fromEntries(texts) };
}

export function errorsIn(choice: StoredMailChoice, text: TextFiles['extension/mail_text']): FieldError[] {
  return Object.entries(choice.texts).flatMap(([code, { subject, words }]) => [
    ...errorOf(`subject_${code}`, subject, SUBJECT_LENGTH_MAX, text.error_subject, text),
    ...errorOf(`words_${code}`, words, WORDS_LENGTH_MAX, text.error_words, text),
  ]);
}

function errorOf(
  field: string,
  typed: string,
  max: number,
  tooLong: string,
  text: TextFiles['extension/mail_text'],
): FieldError[] {
  if (typed.length > max) return [{ field, text: fill(tooLong, { max }) }];
  const unknown = unknownPlaceholders(typed);
  return unknown.length === 0 ? [] : [{ field, text: fill(text.error_placeholder, { names: unknown.join(', ') }) }];
}
