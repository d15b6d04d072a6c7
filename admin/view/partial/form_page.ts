import type { FieldError } from '../../form_errors';
import type { PageView } from '../../page';

/** What every form has around its fields. */
export interface FormPageView extends PageView {
  readonly text: Readonly<Record<string, string>>;
  readonly action: string;
  readonly cancelHref: string;
  readonly mayModify: boolean;
  /** Who may change what is shown; null for those who may. */
  readonly readOnly: string | null;
  readonly errors: readonly FieldError[];
}
