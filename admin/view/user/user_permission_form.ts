import type { FieldError } from '../../form_errors';
import type { PageView } from '../../page';
import type { FieldView } from '../partial/field';

export interface UserGroupFormView extends PageView {
  readonly text: Readonly<Record<string, string>>;
  readonly action: string;
  readonly cancelHref: string;
  readonly groupId: string;
  readonly mayModify: boolean;
  readonly readOnly: string | null;
  readonly errors: readonly FieldError[];
  readonly name: FieldView;
  readonly rows: readonly {
    readonly route: string;
    readonly page: string;
    readonly access: boolean;
    readonly accessLabel: string;
    readonly modify: boolean;
    readonly modifyLabel: string;
  }[];
}
