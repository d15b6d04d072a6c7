import type { FormPageView } from '../partial/form_page';
import type { FieldView } from '../partial/field';
import type { InUseView } from '../partial/in_use';

export interface OptionFormView extends FormPageView {
  readonly optionId: string;
  /** Why a value could not be removed; null when nothing was refused. */
  readonly inUse: InUseView | null;
  readonly fields: readonly FieldView[];
  readonly values: readonly OptionValueView[];
  /** Leads to the value that is added, wherever on the page the button was. */
  readonly addAction: string;
}

export interface OptionValueView {
  readonly heading: string;
  readonly idField: string;
  readonly optionValueId: string;
  readonly removeValue: string;
  readonly removeLabel: string;
  /** Leads to the value that is in its place then. */
  readonly removeAction: string;
  /** Its names and its place. */
  readonly fields: readonly FieldView[];
}
