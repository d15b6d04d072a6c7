import type { FieldError } from '../../form_errors';
import type { PageView } from '../../page';
import type { HeadingView } from '../partial/heading';
import type { PagerView } from '../partial/pager';
import type { SearchView } from '../partial/search';

export interface ProductListView extends PageView {
  readonly text: Readonly<Record<string, string>>;
  readonly mayModify: boolean;
  readonly addHref: string;
  readonly actions: { readonly delete: string; readonly enable: string; readonly disable: string };
  readonly errors: readonly FieldError[];
  readonly search: SearchView;
  readonly headings: readonly HeadingView[];
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly model: string;
    readonly price: string;
    readonly quantity: string;
    /** Sold out, or promised more often than there are pieces. */
    readonly scarce: boolean;
    readonly enabled: boolean;
    readonly status: string;
    readonly selectLabel: string;
    readonly editHref: string;
  }[];
  readonly empty: string;
  readonly pager: PagerView;
}
