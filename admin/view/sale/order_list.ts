import type { FieldError } from '../../form_errors';
import type { SaidDate } from '../../dates';
import type { StateView } from '../../link_state';
import type { PageView } from '../../page';
import type { ListToolsView } from '../partial/list_tools';
import type { PagerView } from '../partial/pager';

export interface OrderListView extends PageView {
  readonly text: Readonly<Record<string, string>>;
  readonly mayAdd: boolean;
  readonly mayEdit: boolean;
  readonly mayDelete: boolean;
  readonly addHref: string;
  readonly filtered: boolean;
  readonly tools: ListToolsView;
  readonly deleteAction: string;
  readonly errors: readonly FieldError[];
  readonly notes: readonly string[];
  readonly columns: readonly ColumnView[];
  readonly rows: readonly OrderRowView[];
  readonly empty: string;
  readonly pager: PagerView;
}

export interface ColumnView {
  readonly text: string;
  readonly href: string | null;
  /** For aria-sort. */
  readonly sorted: 'ascending' | 'descending' | null;
  readonly amount: boolean;
}

export interface OrderRowView {
  readonly id: string;
  readonly selectLabel: string;
  readonly customer: string;
  readonly status: string;
  /** Of its newest payment link; null without one. */
  readonly link: StateView | null;
  readonly total: string;
  readonly added: SaidDate;
  readonly modified: SaidDate;
  readonly href: string;
  readonly editHref: string;
}
