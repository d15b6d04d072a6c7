import type { FieldError } from '../../form_errors';
import type { PageView } from '../../page';
import type { FieldView } from '../partial/field';

export interface OrderStatusFormView extends PageView {
  readonly text: Readonly<Record<string, string>>;
  readonly action: string;
  readonly cancelHref: string;
  readonly statusId: string;
  readonly mayModify: boolean;
  readonly errors: readonly FieldError[];
  readonly fields: readonly FieldView[];
}
