import type { FieldError } from '../../form_errors';
import type { StateView } from '../../link_state';
import type { PageView } from '../../page';

export interface PaymentListView extends PageView {
  readonly text: Readonly<Record<string, string>>;
  readonly mayModify: boolean;
  readonly readOnly: string | null;
  readonly errors: readonly FieldError[];
  readonly links: readonly { readonly text: string; readonly href: string; readonly icon: string }[];
  readonly rows: readonly PaymentRowView[];
}

export interface PaymentRowView {
  readonly code: string;
  readonly name: string;
  /** Where it is enabled; empty in a shop of one store. */
  readonly note: string;
  readonly state: StateView;
  /** Which account, and whether it makes links. */
  readonly account: string;
  /** Null where there is nothing to edit. */
  readonly edit: { readonly href: string; readonly label: string } | null;
  readonly acts: readonly PaymentActView[];
}

/** A button; one with `href` is a link to a page that asks first. */
export interface PaymentActView {
  readonly text: string;
  readonly label: string;
  readonly icon: string;
  readonly action: string;
  readonly href: string | null;
  readonly danger: boolean;
}
