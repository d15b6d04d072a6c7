import type { FieldError } from '../../form_errors';
import type { PageView } from '../../page';
import type { InUseView } from '../partial/in_use';

export interface OrderStatusListView extends PageView {
  readonly text: Readonly<Record<string, string>>;
  readonly mayModify: boolean;
  /** Where they are changed, when it is not here. */
  readonly elsewhere: string | null;
  readonly addHref: string;
  readonly deleteAction: string;
  readonly errors: readonly FieldError[];
  /** Why one could not be deleted; null when nothing was refused. */
  readonly inUse: InUseView | null;
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly selectLabel: string;
    readonly editHref: string | null;
  }[];
}
