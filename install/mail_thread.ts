import { renderMail } from '../catalog/mail/render_mail';
import { answerAll } from '../system/answering_thread';
import { MailError, type Mailer } from '../system/mail/mailer';
import { smtpMailer } from '../system/mail/smtp';
import type { SmtpOptions } from '../system/mail/smtp_options';
import { withBuffer, type MailAnswer, type MailQuestion } from './mail_questions';

// The thread that renders and sends mails while many are under way; see mail_crowd.ts.
const mailers = new Map<string, Mailer>();

function mailerThrough(options: SmtpOptions): Mailer {
  const key = JSON.stringify(options);
  const known = mailers.get(key) ?? smtpMailer(options);
  mailers.set(key, known);
  return known;
}

answerAll<MailQuestion, MailAnswer>(async (question, signal) => {
  if ('render' in question) return { rendered: renderMail(question.render) };
  const { send, through } = question;
  try {
    return await mailerThrough(through).send({ ...send, attachments: send.attachments.map(withBuffer) }, { signal });
  } catch (failed) {
    if (!(failed instanceof MailError)) throw failed;
    const { outcome, message, remedy, technical } = failed;
    return { mailError: { outcome, message, remedy, technical } };
  }
});
