import { isIP } from 'node:net';
import { Transform, type Readable } from 'node:stream';
import { assertOutsideTransaction } from '../db/transaction';
import { headerText, isHeaderName, isMailAddress } from './header';
import { MailError, type MailCheck, type Mailer, type MailParty, type OutgoingMail } from './mailer';
import { mailErrorOf } from './smtp_errors';
import { mustEncrypt, type SmtpOptions } from './smtp_options';

/** Connections kept open to the mail server. Common servers allow ten from one address. */
const CONNECTIONS_MAX = 5;
/** Mails over one connection before it is renewed; servers close longer ones. */
const MESSAGES_PER_CONNECTION = 200;

type Transport = Awaited<ReturnType<typeof openPool>>;
type MailData = Parameters<Transport['sendMail']>[0];
type PluginMail = Parameters<Parameters<Transport['use']>[1]>[0];

/** Mails over SMTP. Connects with the first mail, keeps a few connections, never repeats by itself. */
export function smtpMailer(options: SmtpOptions): Mailer {
  let opened: Promise<Transport> | null = null;
  const open = (): Promise<Transport> => (opened ??= openPool(options));
  return {
    send: async (mail, call) => send(await open(), mail, call.signal),
    verify: async () => verify(await open(), options),
    close: () => void opened?.then((transport) => transport.close()),
  };
}

async function openPool(options: SmtpOptions) {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({
    pool: true as const,
    host: options.host,
    port: options.port,
    secure: options.tls === 'implicit',
    requireTLS: mustEncrypt(options),
    // A server on this machine is trusted without a certificate.
    ignoreTLS: options.tls === 'offered' && isLoopback(options.host),
    ...(options.login ? { auth: { user: options.login.user, pass: options.login.password } } : {}),
    connectionTimeout: options.timeoutMs,
    greetingTimeout: options.timeoutMs,
    socketTimeout: options.timeoutMs,
    dnsTimeout: options.timeoutMs,
    maxConnections: CONNECTIONS_MAX,
    maxMessages: MESSAGES_PER_CONNECTION,
    maxRequeues: 1,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  transport.use('stream', watchHandOver);
  return transport;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || (isIP(host) === 4 && host.startsWith('127.')) || host === '::1';
}

/** Set when the last byte of the mail was read for the wire: from then on the server may have it. */
interface HandOver {
  done: boolean;
}

async function send(transport: Transport, mail: OutgoingMail, signal: AbortSignal): Promise<{ accepted: boolean }> {
  assertOutsideTransaction('a mail was to be sent');
  const handOver: HandOver = { done: false };
  try {
    const sent = await transport.sendMail({ ...compose(mail), signal, handOver } as MailData);
    return { accepted: sent.accepted.length > 0 };
  } catch (failed) {
    throw failed instanceof MailError ? failed : mailErrorOf(failed, handOver.done);
  }
}

/**
 * A plugin of nodemailer: watches the composed mail on its way to the connection, and hands it over in one piece. It
 * is composed in hundreds, and each would be a packet of its own.
 */
function watchHandOver(mail: PluginMail, done: () => void): void {
  const { handOver } = mail.data as { handOver?: HandOver };
  mail.message.processFunc((input: Readable) => {
    const output = inOnePiece();
    output.once('end', () => {
      if (handOver) handOver.done = true;
    });
    input.once('error', (failed) => output.destroy(failed));
    return input.pipe(output);
  });
  done();
}

function inOnePiece(): Transform {
  const pieces: Buffer[] = [];
  return new Transform({
    transform(piece: Buffer, _encoding, next) {
      pieces.push(piece);
      next();
    },
    flush(next) {
      next(null, Buffer.concat(pieces));
    },
  });
}

function compose(mail: OutgoingMail) {
  return {
    from: party(mail.from),
    to: party(mail.to),
    ...(mail.replyTo ? { replyTo: party(mail.replyTo) } : {}),
    subject: headerText(mail.subject),
    html: mail.html,
    text: mail.text,
    // Markup and words in Latin letters. To find that out by itself, nodemailer reads all of it twice.
    textEncoding: 'quoted-printable' as const,
    messageId: headerText(mail.messageId),
    headers: cleanHeaders(mail.headers),
    attachments: mail.attachments.map((image) => ({ ...image, contentDisposition: 'inline' as const })),
  };
}

/** @throws MailError for anything that is not one plain address. */
function party({ name, address }: MailParty): { name: string; address: string } {
  if (isMailAddress(address)) return { name: headerText(name), address };
  throw new MailError('permanent', `not an e-mail address: ${headerText(address)}`, 'Correct the e-mail address.');
}

function cleanHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(headers).filter(([name]) => isHeaderName(name));
  return Object.fromEntries(entries.map(([name, value]) => [name, headerText(value)]));
}

async function verify(transport: Transport, { host, port }: SmtpOptions): Promise<MailCheck> {
  try {
    await transport.verify();
    return { ok: true, message: `The mail server at ${host}:${port} answers and lets us in.`, remedy: null };
  } catch (failed) {
    const { message, remedy, technical } = mailErrorOf(failed, false);
    if (technical !== null) {
      return {
        ok: false,
        message: `The mail server at ${host}:${port} could not be reached.`,
        remedy,
        cause: technical,
      };
    }
    return { ok: false, message: `The mail server at ${host}:${port} says: ${message}`, remedy };
  }
}
