import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { escapeText } from '../extension/opencart/escaping';
import type { ShopUser } from '../extension/opencart/user/user_directory';
import { textsIn } from '../language';
import { MINUTE_MS, SECOND_MS } from '../system/clock';
import { AppError } from '../system/errors';
import type { AwaitedCode } from '../system/http/session_store';
import { closed, fill } from '../system/language';
import { isMailAddress } from '../system/mail/header';
import { MailError } from '../system/mail/mailer';
import type { Admin } from './admin';

/** Long enough for a slow mail, short enough for a screen left alone. */
export const CODE_MINUTES = 10;
/** A million codes, five guesses: one in two hundred thousand. */
export const CODE_TRIES_MAX = 5;
/** A person waits for this. */
const TIMEOUT_MS = 20 * SECOND_MS;

/** Mails a code of six digits. A text instead when that is not possible: the reason, for the person who logs in. */
export async function mailCode(app: Admin, user: ShopUser, address: string): Promise<AwaitedCode | string> {
  const text = textsIn('en-gb')['common/login'];
  if (!isMailAddress(address)) return text.error_no_address;
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  try {
    await send(app, address, code);
  } catch (thrown) {
    if (thrown instanceof MailError || thrown instanceof AppError)
      return fill(text.error_not_mailed, { reason: closed(thrown.message) });
    throw thrown;
  }
  const until = app.clock.now() + CODE_MINUTES * MINUTE_MS;
  const { userId, username, credential } = user;
  return { userId, username, credential, address, hash: hashOf(app, code), until, tries: 0 };
}

export function isCode(app: Admin, awaited: AwaitedCode, typed: string): boolean {
  const [given, wanted] = [hashOf(app, typed.replace(/\s/g, '')), awaited.hash].map((hash) => Buffer.from(hash));
  return given !== undefined && wanted?.length === given.length && timingSafeEqual(given, wanted);
}

async function send(app: Admin, address: string, code: string): Promise<void> {
  const text = textsIn('en-gb')['common/login'];
  const shop = await app.links.shops.identityOf(0);
  const values = { shop: shop.name, code, minutes: CODE_MINUTES };
  const words = fill(text.code_mail, values);
  const mail = {
    from: { name: shop.name, address: shop.email },
    to: { name: '', address },
    subject: fill(text.code_subject, values),
    text: words,
    html: `<p>${escapeText(words)}</p>`,
    attachments: [],
    messageId: `<code-${randomBytes(12).toString('hex')}@${new URL(app.config.publicUrl).hostname}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
  const mailer = await app.mailing.mailerOf(0);
  await mailer.send(mail, { signal: AbortSignal.timeout(TIMEOUT_MS) });
}

function hashOf(app: Admin, code: string): string {
  return createHmac('sha256', app.appKey).update(`code:${code}`).digest('hex');
}
