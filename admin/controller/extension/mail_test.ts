import { randomBytes } from 'node:crypto';
import { SECOND_MS } from '../../../system/clock';
import { assertOutsideTransaction } from '../../../system/db/transaction';
import { AppError } from '../../../system/errors';
import { fill } from '../../../system/language';
import { isMailAddress } from '../../../system/mail/header';
import { MailError } from '../../../system/mail/mailer';
import type { Admin } from '../../admin';
import { FieldErrors } from '../../form_errors';
import type { NoticeView } from '../../view/payment/settings';
import type { Visit } from '../../visit';
import { renderSample, type WantedSample } from './mail_preview';

/** A person waits for this. */
const TIMEOUT_MS = 20 * SECOND_MS;

/** Sends the example to one address, now, and says what the mail server said. */
export async function sendTest(
  app: Admin,
  visit: Visit,
  wanted: WantedSample,
  recipient: string,
): Promise<NoticeView | FieldErrors> {
  assertOutsideTransaction('sending a test mail');
  const text = visit.texts('extension/mail_text');
  if (!isMailAddress(recipient)) return new FieldErrors([{ field: 'recipient', text: text.error_address }], 422);
  const rendered = await renderSample(app, wanted);
  const shop = await app.links.shops.identityOf(wanted.storeId);
  const mail = {
    ...rendered,
    subject: fill(text.test_prefix, { subject: rendered.subject }),
    from: { name: shop.name, address: shop.email },
    to: { name: '', address: recipient },
    messageId: `<test-${randomBytes(12).toString('hex')}@${new URL(app.config.publicUrl).hostname}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
  try {
    const mailer = await app.mailing.mailerOf(wanted.storeId);
    await mailer.send(mail, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch (thrown) {
    return failed(visit, thrown);
  }
  const languages = await app.orderBook.listLanguages(app.db);
  const language = languages.find(({ code }) => code === wanted.language)?.name ?? wanted.language;
  const values = { address: recipient, language };
  return { kind: 'success', icon: 'check-circle', text: fill(text.test_sent, values) };
}

function failed(visit: Visit, thrown: unknown): NoticeView {
  const remedy =
    thrown instanceof MailError ? thrown.remedy : thrown instanceof AppError ? thrown.details.remedy : null;
  if (!(thrown instanceof Error) || remedy === null) throw thrown;
  return {
    kind: 'danger',
    icon: 'x-octagon',
    text: [visit.said(thrown.message), visit.said(remedy ?? '')].filter(Boolean).join(' '),
  };
}
