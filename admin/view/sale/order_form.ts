import type { FieldError } from '../../form_errors';
import type { PageView } from '../../page';
import type { FieldView } from '../partial/field';

export interface OrderFormView extends PageView {
  readonly text: Readonly<Record<string, string>>;
  readonly action: string;
  readonly cancelHref: string;
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly errors: readonly FieldError[];
  readonly steps: readonly StepView[];
  readonly customer: {
    readonly search: string;
    readonly found: readonly ButtonView[];
    readonly nothingFound: boolean;
    /** Name of the customer chosen; null for a guest. */
    readonly chosen: string | null;
    readonly fields: readonly FieldView[];
    readonly shopFields: readonly FieldView[];
    readonly consent: boolean;
  };
  readonly products: {
    readonly search: string;
    /** Said of an order without lines. */
    readonly searchError: string | null;
    readonly found: readonly ButtonView[];
    readonly nothingFound: string | null;
    readonly pending: PendingView | null;
    readonly lines: readonly LineView[];
  };
  readonly payment: AddressView;
  readonly shipping: AddressView & { readonly same: boolean };
  readonly totals: {
    readonly fields: readonly FieldView[];
    readonly rows: readonly { readonly title: string; readonly amount: string; readonly strong: boolean }[];
    /** Shown only on an edit: whether the customer hears of it. */
    readonly tellCustomer: boolean | null;
  };
  /** Always in view: "€250.47", or a dash while nothing can be computed. */
  readonly runningTotal: string;
  readonly lineCount: string;
}

export interface StepView {
  readonly key: string;
  readonly number: string;
  readonly text: string;
  readonly current: boolean;
  readonly wrong: boolean;
  /** Key of the step after it; null on the last. */
  readonly next: string | null;
  readonly nextText: string;
}

export interface ButtonView {
  readonly value: string;
  readonly text: string;
  readonly detail: string;
}

export interface PendingView {
  readonly productId: string;
  readonly name: string;
  readonly stock: string;
  readonly fields: readonly FieldView[];
}

export interface LineView {
  readonly index: string;
  readonly name: string;
  readonly model: string;
  readonly options: readonly string[];
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly quantity: FieldView;
  readonly price: string;
  readonly total: string;
  readonly warning: string | null;
  readonly removeLabel: string;
}

export interface AddressView {
  /** The customer's address book; null for a guest. */
  readonly choose: FieldView | null;
  readonly fields: readonly FieldView[];
}
