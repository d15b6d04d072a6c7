import type { FormPageView } from './form_page';
import type { FieldView } from './field';

/** What `plain_form.ejs` draws: a form of cards with fields, and nothing else. */
export interface PlainFormView extends FormPageView {
  readonly hidden: Readonly<Record<string, string>>;
  readonly cards: readonly FieldCard[];
}

export interface FieldCard {
  /** Null for a card that needs none. */
  readonly heading: string | null;
  /** Said above the fields. */
  readonly note?: string;
  readonly fields: readonly FieldView[];
}
