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
  const rule = { subject: SUBJECT, words: WORDS };
  return Object.entries(choice.texts).flatMap(([code, own]) =>
    (['subject', 'words'] as const).flatMap((part) => {
      const wrong = wrongIn(own[part], rule[part], text);
      return wrong === null ? [] : [{ field: `${part}_${code}`, text: wrong }];
    }),
  );
}

interface LengthRule {
  readonly max: number;
  readonly tooLong: 'error_subject' | 'error_words';
}

const SUBJECT: LengthRule = { max: SUBJECT_LENGTH_MAX, tooLong: 'error_subject' };
const WORDS: LengthRule = { max: WORDS_LENGTH_MAX, tooLong: 'error_words' };

function wrongIn(typed: string, { max, tooLong }: LengthRule, text: TextFiles['extension/mail_text']): string | null {
  if (typed.length > max) return fill(text[tooLong], { max });
  const unknown = unknownPlaceholders(typed);
  return unknown.length === 0 ? null : fill(text.error_placeholder, { names: unknown.join(', ') });
}
