import { SECOND_MS } from '../clock';
import { defineError } from '../errors';

/** Where mails go, however it was written down. */
export interface SmtpOptions {
  readonly host: string;
  readonly port: number;
  /**
   * `implicit`: TLS from the first byte (port 465). `starttls`: plain at first, then TLS or nothing is sent.
   * `offered`: STARTTLS where the server has it, and always before a password goes over the open net.
   */
  readonly tls: 'implicit' | 'starttls' | 'offered';
  /** Null: no log-in. */
  readonly login: { readonly user: string; readonly password: string } | null;
  /** How long to wait for a connection, a greeting, an answer; ms. */
  readonly timeoutMs: number;
}

const TIMEOUT_MS = 20 * SECOND_MS;

export const smtpAddressInvalid = defineError(
  'smtp_address_invalid',
  500,
  'The address of the mail server cannot be read.',
  'Write SMTP_URL as smtp://user:password@host:port, or smtps:// for TLS from the start.',
);

/** `smtp://[user:password@]host[:port]` or `smtps://…`. @throws AppError `smtp_address_invalid` */
export function smtpFromUrl(text: string): SmtpOptions {
  const url = readUrl(text);
  const implicit = url.protocol === 'smtps:';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || (implicit ? 465 : 587)),
    tls: implicit ? 'implicit' : 'offered',
    login: login(decodeURIComponent(url.username), decodeURIComponent(url.password)),
    timeoutMs: TIMEOUT_MS,
  };
}

function readUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') throw smtpAddressInvalid();
  return url;
}

/** The shop's own settings, `config_mail_smtp_*`, as its forms keep them (texts, already unescaped). */
export interface SmtpSettings {
  /** May begin with `tls://` (STARTTLS on a plain socket) or `ssl://` (TLS from the start). */
  readonly hostname: string;
  readonly port: string;
  readonly username: string;
  readonly password: string;
  /** Seconds. */
  readonly timeout: string;
}

/** Null when no host is set. */
export function smtpFromSettings(settings: SmtpSettings): SmtpOptions | null {
  const [, scheme, host] = /^(?:(tls|ssl):\/\/)?(.*)$/i.exec(settings.hostname.trim()) ?? [];
  if (!host) return null;
  const port = whole(settings.port, 25);
  const implicit = scheme?.toLowerCase() === 'ssl' || port === 465;
  return {
    host,
    port,
    tls: implicit ? 'implicit' : scheme ? 'starttls' : 'offered',
    login: login(settings.username, settings.password),
    timeoutMs: whole(settings.timeout, TIMEOUT_MS / SECOND_MS) * SECOND_MS,
  };
}

function login(user: string, password: string): SmtpOptions['login'] {
  return user === '' ? null : { user, password };
}

function whole(text: string, otherwise: number): number {
  return /^[1-9]\d{0,4}$/.test(text.trim()) ? Number(text) : otherwise;
}

/** An offer of encryption can be taken away by whoever sits between: no password then goes out. */
export function mustEncrypt({ tls, login: given, host }: Pick<SmtpOptions, 'tls' | 'login' | 'host'>): boolean {
  return tls === 'starttls' || (tls === 'offered' && given !== null && !isNearby(host));
}

const PRIVATE =
  /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.)[\d.]+$|^(?:::1$|f[cd][\da-f]{2}:|fe80:)/i;
const LOCAL_NAME = /^[^.:]+$|\.(?:local|localhost|internal|lan|home\.arpa)$/i;

/** On this machine or in its own network, where mail servers often have no certificate. */
function isNearby(host: string): boolean {
  return PRIVATE.test(host) || LOCAL_NAME.test(host);
}
