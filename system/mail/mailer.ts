import type { Explained } from '../errors';

/** Hands mails to the world. */
export interface Mailer {
  /**
   * Resolves when the mail server has taken the mail for its recipient. Sending twice with one `messageId` is the
   * caller's way to repeat what it cannot know. @throws MailError
   */
  send(mail: OutgoingMail, call: { readonly signal: AbortSignal }): Promise<{ accepted: boolean }>;
  /** Connects and logs in, sends nothing. Never throws: the finding is for the settings check. */
  verify(): Promise<MailCheck>;
  close(): void;
}

export interface MailCheck {
  readonly ok: boolean;
  /** One sentence for a person: what the server said, or that it answered. */
  readonly message: string;
  /** What to do; null when all is well. */
  readonly remedy: string | null;
  /** What the machine said, where the message says it in words. */
  readonly cause?: string;
}

export interface MailParty {
  /** Plain text; line breaks and control characters are taken out. Empty: the address alone. */
  readonly name: string;
  readonly address: string;
}

export interface OutgoingMail {
  readonly from: MailParty;
  /** One recipient: each mail has its own fate. */
  readonly to: MailParty;
  readonly replyTo?: MailParty;
  /** Plain text. */
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** With angle brackets. The same for every try of one mail. */
  readonly messageId: string;
  readonly attachments: readonly InlineImage[];
  /** More headers, such as `Auto-Submitted`. Values are cleaned like names. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Shown in the HTML by `<img src="cid:…">`: mails carry no remote images. */
export interface InlineImage {
  readonly cid: string;
  readonly filename: string;
  readonly contentType: 'image/png' | 'image/jpeg' | 'image/gif';
  readonly content: Buffer;
}

/** Answers what the caller must know before it repeats. */
export class MailError extends Error implements Explained {
  override readonly name = 'MailError';

  constructor(
    /**
     * `temporary`: nothing was taken, try again. `permanent`: this mail to this recipient never will be.
     * `unknown`: the whole mail was handed over and no answer came; it may arrive.
     */
    readonly outcome: 'temporary' | 'permanent' | 'unknown',
    message: string,
    /** What a person can do, one sentence. */
    readonly remedy: string,
    cause?: unknown,
    /** What the machine said, where the message says it in words. */
    readonly technical: string | null = null,
  ) {
    super(message, cause === undefined ? undefined : { cause });
  }
}
