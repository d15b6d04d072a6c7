import type { FormPageView } from '../partial/form_page';
import type { FieldView } from '../partial/field';

export interface UserGroupFormView extends FormPageView {
  readonly groupId: string;
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
