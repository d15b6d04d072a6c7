import type { SaidDate } from '../../dates';
import type { PageView } from '../../page';

export interface JournalListView extends PageView {
  readonly text: Readonly<Record<string, string>>;
  readonly rows: readonly JournalRowView[];
  readonly newestHref: string | null;
  readonly olderHref: string | null;
}

export interface JournalRowView {
  readonly text: string;
  readonly at: SaidDate;
  readonly actor: string;
  readonly from: string | null;
  readonly changes: readonly { readonly field: string; readonly value: string }[];
}
