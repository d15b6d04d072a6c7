import type { InlineImage } from '../../system/mail/mailer';
import type { Money } from '../../system/money';
import type { LinkState, StoredPurpose } from './link/link';
import type { Order } from './order_book';

/** Every mail there is. To the customer, then to the shop; each has its view in `catalog/view/mail`. */
export const MAIL_KINDS = [
  'payment_link',
  'order',
  'order_update',
  'paid',
  'expired',
  'replaced',
  'refunded',
  'reminder',
  'order_alert',
  'shop_paid',
  'shop_needs_person',
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** Mails to the shop's own people. */
export const SHOP_KINDS: readonly MailKind[] = ['order_alert', 'shop_paid', 'shop_needs_person'];

/** Mails that ask for money: pointless, even wrong, once the link is paid or closed. */
export const ASKING_KINDS: readonly MailKind[] = ['payment_link', 'replaced', 'reminder'];

/** What was true when the mail was queued, kept with it. Ids and amounts; texts are a person's own words. */
export interface MailFacts {
  /** A person's words for this one mail. */
  readonly words?: string;
  /** The history line that caused it. */
  readonly historyId?: number;
  /** The amount before (`replaced`). */
  readonly oldAmount?: Money;
  /** Paid or refunded. */
  readonly amount?: Money;
  /** What went back had been paid on top: the order stays paid. */
  readonly twice?: boolean;
  /** Name of the method really used. */
  readonly method?: string;
  /** When it was paid, expired or refunded, UTC epoch ms. */
  readonly at?: number;
  /** The flag or failure a person must look at, as a plain sentence. */
  readonly reason?: string;
  readonly remedy?: string;
}

/** The link as a mail shows it. */
export interface MailLink {
  /** The address the customer gets: `/pay/<token>` of this shop, or the provider's where the owner chose so. */
  readonly url: string;
  readonly amount: Money;
  /** UTC epoch ms; null when it does not expire or is not known yet. */
  readonly expiresAt: number | null;
  readonly state: LinkState;
  readonly environment: 'test' | 'live';
  /** What the provider calls the order. */
  readonly reference: string;
  readonly purpose: StoredPurpose;
  readonly description: string;
  readonly customerName: string;
  /** Empty when nobody is mailed. */
  readonly customerEmail: string;
}

/** Who writes. Texts are plain. */
export interface ShopIdentity {
  readonly storeId: number;
  readonly name: string;
  /** Lines separated by line breaks. */
  readonly address: string;
  /** Sender of every mail; the shop's own mails also go there. */
  readonly email: string;
  readonly telephone: string;
  readonly url: string;
  /** IANA name. */
  readonly timeZone: string;
  /** Default language of the shop, for mails to the shop: `en-gb`. */
  readonly language: string;
  readonly logo: InlineImage | null;
  /** Whether lines show prices with tax (`config_tax`). */
  readonly pricesWithTax: boolean;
  /** Whether the shop wants a mail for every new order (`config_mail_alert` holds "order"). */
  readonly alertsOrders: boolean;
  /** Further addresses for mails to the shop (`config_mail_alert_email`). */
  readonly alertEmails: readonly string[];
  /** Page of an order in the back office, `{orderId}` to be filled in; empty when there is none. */
  readonly adminOrderUrl: string;
}

/** Looks up the shop that an order belongs to. */
export interface ShopDirectory {
  identityOf(storeId: number): Promise<ShopIdentity>;
}

/** What the owner decided about a kind of mail. Empty texts mean the built-in ones. */
export interface MailChoice {
  readonly enabled: boolean;
  /** May hold `{name}`, `{shop}`, `{order}`, `{amount}`, `{expires}`. */
  readonly subject: string;
  /** Takes the place of the opening sentence; the same place-holders. Plain text. */
  readonly words: string;
}

export interface MailChoices {
  choiceOf(kind: MailKind, storeId: number, language: string): Promise<MailChoice>;
}

export const STANDARD_CHOICE: MailChoice = { enabled: true, subject: '', words: '' };

/** Everything a view needs, gathered by the job. */
export interface MailRequest {
  readonly kind: MailKind;
  /** `nl-nl`; a language without texts of its own reads as English. */
  readonly language: string;
  readonly shop: ShopIdentity;
  /** Null for a link without an order. */
  readonly order: Order | null;
  readonly link: MailLink | null;
  readonly facts: MailFacts;
  readonly choice: MailChoice;
  /** The order's status in the order's language; empty where no order is shown. */
  readonly statusName: string;
  /** Comment of the history line that caused the mail. */
  readonly comment: string;
  /** Payments go to the sandbox: the mail says so on top. */
  readonly demo: boolean;
}

export interface RenderedMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly attachments: readonly InlineImage[];
}

/** Implemented by the catalog, handed over by `main.ts`. */
export interface MailRenderer {
  render(request: MailRequest): Promise<RenderedMail>;
}
