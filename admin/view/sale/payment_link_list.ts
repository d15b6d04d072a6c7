import type { SaidDate } from '../../dates';
import type { StateView } from '../../link_state';
import type { FieldError } from '../../form_errors';
import type { PageView } from '../../page';
import type { BarView } from '../common/dashboard';
import type { HeadingView } from '../partial/heading';
import type { PagerView } from '../partial/pager';
import type { ListToolsView } from '../partial/list_tools';

export interface PaymentLinkListView extends PageView {
  readonly text: Readonly<Record<string, string>>;
  readonly readOnly: string | null;
  readonly mayModify: boolean;
  readonly errors: readonly FieldError[];
  readonly addHref: string;
  readonly exportHref: string;
  readonly olderHref: string;
  readonly runsHref: string;
  /** Acts on many links that are still being done. */
  readonly running: readonly { readonly text: string; readonly href: string; readonly action: string }[];
  readonly tools: ListToolsView;
  /** "57 waiting, €12,345.00" and so on; and how the figures were cut, if they were. */
  readonly totals: readonly { readonly state: StateView; readonly text: string }[];
  readonly totalsNote: string | null;
  readonly ages: readonly BarView[];
  readonly columns: readonly HeadingView[];
  readonly rows: readonly PaymentLinkRowView[];
  readonly empty: string;
  readonly filtered: boolean;
  readonly pager: PagerView;
  /** A box that takes all that match, or why there is none. */
  readonly every: { readonly label: string | null; readonly note: string | null } | null;
  readonly bulkAction: string;
  readonly bulkHidden: Readonly<Record<string, string>>;
}

export interface PaymentLinkRowView {
  readonly id: string;
  readonly selectLabel: string;
  /** "#1042", or "No order". */
  readonly order: string;
  readonly href: string;
  readonly customer: string;
  readonly email: string;
  readonly state: StateView;
  /** Why a person should look; null when nobody needs to. */
  readonly flags: string | null;
  readonly test: boolean;
  readonly amount: string;
  readonly made: SaidDate;
  readonly madeBy: string;
  readonly expires: SaidDate | null;
  readonly reference: string;
  /** "/pay/spare-key" */
  readonly slug: string | null;
}
