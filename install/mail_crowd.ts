import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { mailRenderer } from '../catalog/mail/render_mail';
import type { MailRenderer } from '../extension/payment_link/mail_port';
import { AskedThread, ThreadLost } from '../system/asked_thread';
import { SECOND_MS } from '../system/clock';
import { assertOutsideTransaction } from '../system/db/transaction';
import { MailError, type Mailer } from '../system/mail/mailer';
import { smtpMailer } from '../system/mail/smtp';
import { mailErrorOf } from '../system/mail/smtp_errors';
import type { SmtpOptions } from '../system/mail/smtp_options';
import { withBuffer, type MailAnswer, type MailQuestion } from './mail_questions';

/** An order's two mails are no crowd. */
const CROWD = 3;
/** The thread ends when no mail came for so long. */
const IDLE_MS = 60 * SECOND_MS;
/** Present where the program is built, as it always runs; tests that load the sources go without. */
const THREAD_FILE = join(__dirname, 'mail_thread.js');

/**
 * Rendering, composing and sending a mail takes a fifth of all that an order costs. While many mails are under way at
 * once, a thread of their own does it, so that it holds up no request; one by one they are done here, where
 * nothing has to start first.
 */
export interface MailCrowd {
  readonly renderer: MailRenderer;
  mailerThrough(options: SmtpOptions): Mailer;
  close(): Promise<void>;
}

type MailThread = AskedThread<MailQuestion, MailAnswer>;

export function mailCrowd(threadFile = THREAD_FILE): MailCrowd {
  const threads = existsSync(threadFile);
  let underWay = 0;
  let thread: MailThread | null = null;

  async function shared<T>(here: () => Promise<T>, there: (thread: MailThread) => Promise<T>): Promise<T> {
    if (thread?.ready) return there(thread);
    if (threads && underWay >= CROWD && !thread?.alive) thread = new AskedThread(threadFile, null, IDLE_MS);
    underWay++;
    return here().finally(() => underWay--);
  }
  return {
    renderer: {
      render: (request) =>
        shared(
          () => mailRenderer.render(request),
          (helper) => renderThere(helper, request),
        ),
    },
    mailerThrough(options) {
      const own = smtpMailer(options);
      return {
        ...own,
        send: (mail, call) =>
          shared(
            () => own.send(mail, call),
            (helper) => sendThere(helper, { send: mail, through: options }, call.signal),
          ),
      };
    },
    close: async () => thread?.end(),
  };
}

const renderThere = async (thread: MailThread, request: Parameters<MailRenderer['render']>[0]) => {
  const answer = await thread.ask({ render: request });
  if (!('rendered' in answer)) throw new Error('the mail was not rendered');
  return { ...answer.rendered, attachments: answer.rendered.attachments.map(withBuffer) };
};

async function sendThere(
  thread: MailThread,
  question: MailQuestion,
  signal: AbortSignal,
): Promise<{ accepted: boolean }> {
  assertOutsideTransaction('a mail was to be sent');
  const answer = await thread.ask(question, signal).catch((failed: unknown) => {
    throw mailErrorOf(failed, failed instanceof ThreadLost);
  });
  if ('mailError' in answer) {
    const { outcome, message, remedy, technical } = answer.mailError;
    throw new MailError(outcome, message, remedy, undefined, technical);
  }
  if (!('accepted' in answer)) throw new Error('the mail was not sent');
  return answer;
}
