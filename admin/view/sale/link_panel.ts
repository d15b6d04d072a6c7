import type { SaidDate } from '../../dates';
import type { StateView } from '../../link_state';
import type { CauseView } from '../partial/cause';
import type { FlagsView, LinkActionsView, PaymentView, PressView } from './link_actions';

export interface LinkPanelView {
  /** For the screen reader when the page updates itself. */
  readonly said: string;
  /** Why there is no link; null when there is one. */
  readonly none: { readonly text: string; readonly soon: boolean } | null;
  readonly flags: readonly FlagsView[];
  readonly cards: readonly LinkCardView[];
  /** Of all attempts, newest first. */
  readonly payments: readonly PaymentView[];
  /** Mails of the order that failed, beyond those of the cards. */
  readonly failedMails: readonly MailProblem[];
  readonly attempts: readonly AttemptView[];
  /** The newest few, and the others behind a fold. */
  readonly timeline: readonly TimelineView[];
  readonly timelineEarlier: readonly TimelineView[];
  readonly timelineMore: string | null;
}

export interface LinkCardView {
  readonly id: string;
  /** Null for the order's own link. */
  readonly title: string | null;
  readonly state: StateView;
  readonly test: boolean;
  readonly amount: string;
  /** When it ends or ended. */
  readonly ends: { readonly text: string; readonly full: string; readonly iso: string } | null;
  readonly steps: readonly StepView[];
  /** What is going on, where the state's word is not enough. */
  readonly sentence: string | null;
  readonly problem: {
    readonly text: string;
    readonly remedy: string | null;
    readonly cause: CauseView | null;
    /** It is tried again by itself. */
    readonly calm: boolean;
    /** Null for those who may only look. */
    readonly press: PressView | null;
  } | null;
  readonly address: string | null;
  /** An SVG. */
  readonly qr: string | null;
  /** A skeleton keeps the place of the address. */
  readonly addressDue: boolean;
  readonly facts: readonly { readonly label: string; readonly text: string; readonly title: string | null }[];
  readonly mail: MailView;
  /** Null for those who may only look. */
  readonly actions: LinkActionsView | null;
}

/** How far the link has come: one of made, mailed, opened, paid. */
export interface StepView {
  readonly label: string;
  readonly css: 'done' | 'now' | 'bad' | 'todo';
  readonly icon: string;
  /** Its moment; or "Not yet". */
  readonly text: string;
  /** The whole moment. */
  readonly title: string | null;
}

export interface MailView {
  readonly text: string;
  readonly title: string | null;
  readonly icon: string;
  readonly css: string;
  readonly remedy: string | null;
  readonly cause: CauseView | null;
  readonly note: string | null;
  readonly retry: RetryView | null;
  /** "Try now", of a mail that is tried again by itself. */
  readonly press: PressView | null;
}

export interface RetryView {
  readonly action: string;
  readonly mailId: string;
}

export interface MailProblem extends RetryView {
  readonly text: string;
  readonly remedy: string | null;
  readonly cause: CauseView | null;
}

export interface AttemptView {
  readonly attempt: string;
  readonly state: StateView;
  readonly amount: string;
  readonly reference: string;
  readonly made: SaidDate;
}

export interface TimelineView {
  readonly text: string;
  readonly at: SaidDate;
  readonly actor: string;
  /** ok, bad, person or plain: the dot's colour. */
  readonly css: string;
}
