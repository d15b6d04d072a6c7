/** What the demo's mailbox pages read. */
export interface MailboxPage {
  readonly title: string;
  readonly styleHref: string;
  readonly listHref: string;
}

export interface MailboxList extends MailboxPage {
  readonly mails: readonly MailboxLine[];
  readonly count: string;
  readonly newerHref: string | null;
  readonly olderHref: string | null;
  readonly emptyAction: string;
}

export interface MailboxLine {
  readonly href: string;
  readonly subject: string;
  readonly to: string;
  readonly from: string;
  readonly time: string;
  /** ISO 8601. */
  readonly iso: string;
}

export interface MailboxMessage extends MailboxPage {
  readonly line: MailboxLine;
  readonly messageId: string;
  readonly tabs: readonly { readonly label: string; readonly href: string; readonly current: boolean }[];
  /** Where the frame finds the mail as HTML; null when text is shown. */
  readonly frameHref: string | null;
  readonly text: string;
  readonly deleteAction: string;
}
