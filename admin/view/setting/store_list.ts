import type { FieldError } from '../../form_errors';
import type { PageView } from '../../page';

export interface StoreListView extends PageView {
  readonly text: Readonly<Record<string, string>>;
  readonly mayModify: boolean;
  readonly addHref: string;
  readonly deleteAction: string;
  readonly errors: readonly FieldError[];
  /** Whether there is a store that could be deleted. */
  readonly deletable: boolean;
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly url: string;
    readonly isDefault: boolean;
    readonly selectLabel: string;
    readonly editHref: string;
  }[];
}
