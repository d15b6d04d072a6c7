import type { MailRequest, RenderedMail } from '../extension/payment_link/mail_port';
import type { InlineImage, MailError, OutgoingMail } from '../system/mail/mailer';
import type { SmtpOptions } from '../system/mail/smtp_options';

/** What the thread of mail_thread.ts is asked. */
export type MailQuestion =
  { readonly render: MailRequest } | { readonly send: OutgoingMail; readonly through: SmtpOptions };

export type MailAnswer =
  | { readonly rendered: RenderedMail }
  | { readonly accepted: boolean }
  | { readonly mailError: Pick<MailError, 'outcome' | 'message' | 'remedy' | 'technical'> };

/** Between threads a Buffer travels as the plain array that it is. */
export function withBuffer(image: InlineImage): InlineImage {
  const { buffer, byteOffset, byteLength } = image.content;
  return { ...image, content: Buffer.from(buffer, byteOffset, byteLength) };
}
