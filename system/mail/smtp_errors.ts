import { MailError } from './mailer';
import { reasonOf } from '../errors';

/** What nodemailer tells of a failure. */
interface SmtpFailure {
  readonly code?: string;
  readonly command?: string;
  /** The server's three digits. */
  readonly responseCode?: number;
}

export const REMEDY = {
  server: 'Check that the mail server runs and that its host, port and encryption are right; the mail is tried again.',
  login: 'Check the user name and the password of the mail server; the mail is tried again.',
  tls: 'Check the encryption setting and the certificate of the mail server; the mail is tried again.',
  recipient: 'Check the e-mail address of the customer, correct it on the order, then send the mail again.',
  sender: "Ask the mail server's owner to allow the store's e-mail address as sender, or change that address.",
  content: 'The mail server refused this mail itself; its answer above says why. Send it again when that is solved.',
  unknown: 'The mail server took the mail but did not confirm it; it is sent again with the same identity.',
} as const;

const NOT_REACHED = 'The mail server could not be reached.';
/** Nodemailer's words for a connection that did not come about. */
const UNREACHED = new Set(['ECONNECTION', 'EDNS', 'ESOCKET', 'ETIMEDOUT']);

/**
 * Sorts a failure by what may be done next. `handedOver`: the whole mail had been written before it failed.
 * 4xx is temporary and 5xx permanent (RFC 5321, 4.2.1), except for a refused log-in, which its owner can mend.
 */
export function mailErrorOf(thrown: unknown, handedOver: boolean): MailError {
  const failure = (typeof thrown === 'object' && thrown !== null ? thrown : {}) as SmtpFailure;
  const answered = failure.responseCode !== undefined;
  const say = (outcome: MailError['outcome'], remedy: string): MailError =>
    new MailError(outcome, reasonOf(thrown), remedy, thrown);
  if (handedOver && !answered) return say('unknown', REMEDY.unknown);
  if (failure.code === 'EAUTH' || failure.code === 'ENOAUTH') return say('temporary', REMEDY.login);
  if (failure.code === 'ETLS') return say('temporary', REMEDY.tls);
  if (!answered && UNREACHED.has(failure.code ?? '')) {
    return new MailError('temporary', NOT_REACHED, REMEDY.server, thrown, reasonOf(thrown));
  }
  if (!isPermanent(failure)) return say('temporary', REMEDY.server);
  return say('permanent', remedyOfRefusal(failure));
}

/** Refused by the server for this very mail, or never sendable as it stands. */
function isPermanent({ code, responseCode }: SmtpFailure): boolean {
  if (code !== 'EENVELOPE' && code !== 'EMESSAGE') return false;
  return responseCode === undefined || responseCode >= 500;
}

function remedyOfRefusal({ command, code }: SmtpFailure): string {
  if (command === 'MAIL FROM') return REMEDY.sender;
  return code === 'EENVELOPE' ? REMEDY.recipient : REMEDY.content;
}
