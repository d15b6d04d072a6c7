import type { TextPiece } from '../../system/linked_text';

/** What the template of all mails reads: ready strings, nothing to format, nothing to ask. All text is plain. */
export interface MailView {
  /** BCP 47. */
  readonly locale: string;
  readonly subject: string;
  /** What mail programs show beside the subject. */
  readonly preview: string;
  /** Warning on top: demo or test mode; null in earnest. */
  readonly band: string | null;
  readonly shop: ShopBlock;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  readonly quotes: readonly LinkedQuote[];
  readonly facts: readonly Fact[];
  readonly button: Button | null;
  readonly order: OrderBlock | null;
  readonly link: LinkBlock | null;
  readonly closing: readonly string[];
}

export interface ShopBlock {
  readonly name: string;
  /** Empty when the shop has no web address. */
  readonly url: string;
  readonly logoCid: string | null;
  readonly lines: readonly string[];
}

/** Words of a person: a comment, a message. */
export interface Quote {
  readonly title: string;
  readonly lines: readonly string[];
}

/** A quote whose addresses can be followed. */
export interface LinkedQuote extends Quote {
  /** Of each line. */
  readonly pieces: readonly (readonly TextPiece[])[];
}

export interface Fact {
  readonly label: string;
  readonly value: string;
  /** The one figure that matters. */
  readonly strong: boolean;
}

export interface Button {
  readonly label: string;
  readonly url: string;
}

export interface OrderBlock {
  readonly title: string;
  readonly placed: string;
  readonly lines: readonly OrderLineView[];
  readonly totals: readonly Fact[];
  readonly facts: readonly Fact[];
  readonly addresses: readonly Quote[];
}

export interface OrderLineView {
  /** "2 × iPhone" */
  readonly name: string;
  /** Model and options. */
  readonly details: readonly string[];
  readonly amount: string;
}

export interface LinkBlock {
  readonly hint: string;
  readonly url: string;
  readonly qrCid: string;
  readonly qrAlt: string;
  readonly qrHint: string;
  /** Width and height in points. */
  readonly qrSize: number;
}
