import type { FieldError } from '../../form_errors';
import type { PageView } from '../../page';
import type { HeadingView } from '../partial/heading';
import type { InUseView } from '../partial/in_use';
import type { PagerView } from '../partial/pager';
import type { SearchView } from '../partial/search';

export interface OptionListView extends PageView {
  readonly text: Readonly<Record<string, string>>;
  readonly mayModify: boolean;
  readonly addHref: string;
  readonly deleteAction: string;
  readonly errors: readonly FieldError[];
  /** Why one could not be deleted; null when nothing was refused. */
  readonly inUse: InUseView | null;
  readonly search: SearchView;
  readonly headings: readonly HeadingView[];
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly type: string;
    readonly sortOrder: string;
    readonly selectLabel: string;
    readonly editHref: string;
  }[];
  readonly empty: string;
  readonly pager: PagerView;
}
