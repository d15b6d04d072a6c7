import type { FieldError } from '../../form_errors';
import type { PageView } from '../../page';

export interface UserGroupListView extends PageView {
  readonly text: Readonly<Record<string, string>>;
  readonly mayModify: boolean;
  readonly addHref: string;
  readonly deleteAction: string;
  readonly errors: readonly FieldError[];
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly users: string;
    readonly access: string;
    readonly modify: string;
    readonly selectLabel: string;
    readonly editHref: string;
  }[];
}
