import type { SaidDate } from '../../dates';
import type { PageView } from '../../page';
import type { CauseView } from '../partial/cause';
import type { PagerView } from '../partial/pager';

export interface JobListView extends PageView {
  readonly text: Readonly<Record<string, string>>;
  readonly readOnly: string | null;
  readonly mayModify: boolean;
  readonly tabs: readonly { readonly text: string; readonly href: string; readonly current: boolean }[];
  readonly action: string;
  readonly shown: string;
  readonly whenHeading: string;
  readonly rows: readonly JobRowView[];
  readonly empty: string;
  /** Jobs in this list are given up: they may be retried or dropped. */
  readonly failed: boolean;
  readonly pager: PagerView;
}

export interface JobRowView {
  readonly id: string;
  readonly selectLabel: string;
  readonly name: string;
  readonly about: string;
  readonly href: string | null;
  readonly reason: string;
  readonly cause: CauseView | null;
  readonly tries: string;
  readonly when: SaidDate;
  readonly running: boolean;
}
