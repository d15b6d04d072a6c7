import type { StateView } from '../../link_state';
import type { CauseView } from '../partial/cause';
import type { FieldView } from '../partial/field';

/** A form that folds open under its button. */
export interface ActionView {
  /** Id of the fold: `resend-7`. */
  readonly id: string;
  readonly icon: string;
  /** On the button that opens it. */
  readonly title: string;
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  /** What will happen, where the title does not say it. */
  readonly sentence: string | null;
  readonly fields: readonly FieldView[];
  readonly submit: string;
  /** Open at once: it was refused, and shows why. */
  readonly open: boolean;
  readonly danger: boolean;
}

/** A button that acts at once. */
export interface PressView {
  readonly icon: string;
  readonly title: string;
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  /** Opens in a tab of its own. */
  readonly newTab: boolean;
}

export interface LinkActionsView {
  /** Ways to bring the link to the customer that ask something first. */
  readonly send: readonly ActionView[];
  /** Ways to change it. */
  readonly folds: readonly ActionView[];
  readonly presses: readonly PressView[];
  readonly share: readonly { readonly icon: string; readonly title: string; readonly href: string }[];
}

export interface PaymentView {
  readonly id: string;
  readonly state: StateView;
  readonly amount: string;
  readonly method: string;
  readonly when: { readonly text: string; readonly full: string; readonly iso: string };
  readonly providerId: string;
  readonly reason: string | null;
  /** "€10.00 refunded" */
  readonly refunded: string | null;
  /** The order was paid by another payment already. */
  readonly twice: string | null;
  readonly giveBack: PressView | null;
  readonly refund: ActionView | null;
  /** Why there is no way to give it back here. */
  readonly noRefund: string | null;
  readonly refunds: readonly RefundView[];
}

export interface RefundView {
  readonly amount: string;
  readonly state: string;
  readonly css: string;
  readonly who: string;
  readonly reason: string;
  readonly failure: string | null;
  readonly cause: CauseView | null;
  /** Only when its outcome is unknown: what a person found at the provider. */
  readonly resolve: { readonly action: string; readonly hidden: Readonly<Record<string, string>> } | null;
}

/** A link that waits for a person. */
export interface FlagsView {
  readonly sentences: readonly string[];
  /** Null for those who may only look. */
  readonly seen: PressView | null;
}
