import type { SaidDate } from '../../dates';
import type { PageView } from '../../page';
import type { HeadingView } from '../partial/heading';
import type { PagerView } from '../partial/pager';
import type { SearchView } from '../partial/search';

export interface CustomerListView extends PageView {
  readonly text: Readonly<Record<string, string>>;
  readonly mayModify: boolean;
  readonly addHref: string;
  readonly deleteAction: string;
  readonly search: SearchView;
  readonly headings: readonly HeadingView[];
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly group: string;
    readonly enabled: boolean;
    readonly status: string;
    readonly dateAdded: SaidDate;
    readonly selectLabel: string;
    readonly editHref: string;
  }[];
  readonly empty: string;
  readonly pager: PagerView;
}
