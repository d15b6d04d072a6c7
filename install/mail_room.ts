import { join } from 'node:path';
import { readSettings } from '../extension/opencart/setting/settings';
import type { PaymentLinks } from '../extension/payment_link/context';
import { linkForMail } from '../extension/payment_link/mail/link_for_mail';
import { mailChoices } from '../extension/payment_link/mail/mail_choices';
import type { MailRenderer } from '../extension/payment_link/mail_port';
import type { MailRoom } from '../extension/payment_link/mail/send_mail';
import type { Config } from '../system/config';
import { isBoxed } from '../system/secret_box';
import { defineError } from '../system/errors';
import { mailboxStore, type MailboxStore } from '../system/mail/mailbox_store';
import { startMailbox } from '../system/mail/mailbox_server';
import type { Mailer } from '../system/mail/mailer';
import { mailCrowd } from './mail_crowd';
import { smtpFromSettings, smtpFromUrl, type SmtpOptions } from '../system/mail/smtp_options';

export const noMailServer = defineError(
  'no_mail_server',
  500,
  'No mail server is set up, so nothing can be mailed.',
  'Set SMTP_URL, or the SMTP fields under System → Settings → Mail (beside a PHP shop, in its own admin).',
);

export interface Mailing {
  readonly room: MailRoom;
  /** The demo's mails; null outside the demo. */
  readonly mailbox: MailboxStore | null;
  mailerOf(storeId: number): Promise<Mailer>;
  readonly renderer: MailRenderer;
  /** `unset`: nothing was mailed yet, or there is nowhere to mail through. */
  state(): 'ok' | 'demo mailbox' | 'unset';
  close(): Promise<void>;
}

/** Mail servers by what they were told to be: SMTP_URL, the demo's mailbox, or the store's own settings. */
export async function openMailing(config: Config, context: PaymentLinks): Promise<Mailing> {
  const mailbox =
    config.demo && config.smtpUrl === null ? mailboxStore(join(config.dataDir, 'mailbox'), context.clock) : null;
  const server = mailbox ? await startMailbox(mailbox, context.log) : null;
  const url = server?.url ?? config.smtpUrl;
  const crowd = mailCrowd();
  const mailers = new Map<string, Mailer>();
  const mailerOf = async (storeId: number): Promise<Mailer> => {
    const options = url === null ? await optionsOfStore(context, storeId) : smtpFromUrl(url);
    if (options === null) throw noMailServer();
    const key = JSON.stringify(options);
    const known = mailers.get(key) ?? crowd.mailerThrough(options);
    mailers.set(key, known);
    return known;
  };
  return {
    mailbox,
    mailerOf,
    renderer: crowd.renderer,
    state: () => (server ? 'demo mailbox' : mailers.size > 0 || url !== null ? 'ok' : 'unset'),
    room: {
      db: context.db,
      clock: context.clock,
      orders: context.orderBook,
      shops: context.shops,
      choices: mailChoices(context.db),
      linkOf: (linkId) => linkForMail(context, linkId),
      demo: config.demo,
      renderer: crowd.renderer,
      mailerOf,
      host: new URL(config.publicUrl).hostname,
    },
    async close() {
      for (const mailer of mailers.values()) mailer.close();
      await crowd.close();
      await server?.close();
    },
  };
}

async function optionsOfStore(context: PaymentLinks, storeId: number): Promise<SmtpOptions | null> {
  const settings = await readSettings(context.db, storeId);
  return smtpFromSettings({
    hostname: settings.text('config_mail_smtp_hostname'),
    port: settings.text('config_mail_smtp_port'),
    username: settings.text('config_mail_smtp_username'),
    password: unboxed(context, settings.text('config_mail_smtp_password')),
    timeout: settings.text('config_mail_smtp_timeout'),
  });
}

/** Our settings page boxes the password; one that PHP wrote is plain. */
function unboxed(context: PaymentLinks, stored: string): string {
  return isBoxed(stored) ? context.secrets.decrypt(stored) : stored;
}
