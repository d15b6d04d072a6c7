import type { FieldError } from '../../form_errors';
import type { SaidDate } from '../../dates';
import type { PageView } from '../../page';

export interface UserListView extends PageView {
  readonly text: Readonly<Record<string, string>>;
  readonly mayModify: boolean;
  readonly addHref: string;
  readonly deleteAction: string;
  readonly errors: readonly FieldError[];
  readonly rows: readonly {
    readonly id: string;
    readonly username: string;
    readonly name: string;
    readonly group: string;
    readonly enabled: boolean;
    readonly status: string;
    readonly dateAdded: SaidDate;
    readonly selectLabel: string;
    readonly editHref: string;
  }[];
}
