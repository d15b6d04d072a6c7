import type { FormPageView } from '../partial/form_page';
import type { FieldView } from '../partial/field';
import type { TabView } from '../partial/tabs';
import type { NoticeView } from '../payment/settings';

export interface MailFormView extends FormPageView {
  readonly when: string;
  readonly previewAction: string;
  readonly testAction: string;
  readonly kind: string;
  readonly storeId: string;
  readonly notice: NoticeView | null;
  readonly enabled: FieldView;
  readonly recipient: FieldView;
  /** As `{name}`. */
  readonly placeholders: readonly string[];
  readonly tabs: readonly TabView[];
  readonly panels: readonly MailPanelView[];
}

/** One language. */
export interface MailPanelView {
  readonly id: string;
  readonly code: string;
  readonly heading: string;
  readonly open: boolean;
  readonly fields: readonly FieldView[];
  /** Name of the frame, so that a button can show what is typed in it. */
  readonly frame: string;
  readonly frameTitle: string;
  readonly frameHref: string;
}
