import type { SaidDate } from '../../dates';
import type { FieldError } from '../../form_errors';
import type { TextPiece } from '../../../system/linked_text';
import type { PageView } from '../../page';
import type { FieldView } from '../partial/field';
import type { LinkPanelView } from './link_panel';

export interface OrderInfoView extends PageView {
  readonly text: Readonly<Record<string, string>>;
  readonly heading: string;
  readonly orderId: string;
  readonly status: string;
  readonly placed: SaidDate;
  readonly editHref: string | null;
  /** Why this shop has no edit here. */
  readonly noEdit: string | null;
  readonly printHref: string;
  readonly deleteAction: string | null;
  readonly confirmDelete: string;
  readonly reloadHref: string;
  readonly liveHref: string;
  /** What the page was drawn from; the live stream says when it is old. */
  readonly version: string;
  readonly readOnly: string | null;
  readonly errors: readonly FieldError[];
  readonly panel: LinkPanelView;
  readonly details: OrderDetailsView;
  readonly customer: CustomerView;
  readonly history: HistoryView;
}

export interface OrderDetailsView {
  /** Say so where the lines hold tax, which the sub-total below does not. */
  readonly columns: { readonly price: string; readonly total: string };
  readonly lines: readonly OrderLineView[];
  readonly totals: readonly { readonly label: string; readonly value: string; readonly strong: boolean }[];
  readonly facts: readonly Fact[];
  /** Empty when the customer said nothing. */
  readonly comment: string;
}

export interface OrderLineView {
  readonly name: string;
  readonly href: string | null;
  readonly options: readonly string[];
  readonly model: string;
  readonly quantity: string;
  readonly price: string;
  readonly total: string;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

export interface CustomerView {
  readonly name: string;
  readonly href: string | null;
  /** Null without an address. */
  readonly email: string | null;
  readonly telephone: string | null;
  readonly facts: readonly Fact[];
  readonly addresses: readonly { readonly title: string; readonly lines: string }[];
  readonly nothingShips: boolean;
}

export interface HistoryView {
  readonly entries: readonly HistoryEntryView[];
  readonly newerHref: string | null;
  readonly olderHref: string | null;
  /** Null for those who may only look. */
  readonly form: {
    readonly action: string;
    readonly formToken: string;
    readonly fields: readonly FieldView[];
    readonly notify: { readonly label: string; readonly checked: boolean };
  } | null;
}

export interface HistoryEntryView {
  readonly status: string;
  readonly at: SaidDate;
  readonly notified: boolean;
  readonly comment: readonly TextPiece[];
}
