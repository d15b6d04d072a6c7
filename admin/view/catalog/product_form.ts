import type { FormPageView } from '../partial/form_page';
import type { FieldView } from '../partial/field';
import type { TabView } from '../partial/tabs';

export interface ProductFormView extends FormPageView {
  readonly productId: string;
  readonly quantityWas: string;
  readonly tabs: readonly TabView[];
  readonly general: readonly FieldView[];
  readonly data: readonly { readonly heading: string; readonly fields: readonly FieldView[] }[];
  readonly options: readonly ProductOptionView[];
  /** Options the product does not have; null when none is left. */
  readonly addOption: FieldView | null;
  /** Where options are made, for those who may see them. */
  readonly optionsHref: string | null;
}

export interface ProductOptionView {
  readonly name: string;
  /** Beginning of its fields' names: `option[0]`. */
  readonly field: string;
  readonly productOptionId: string;
  readonly optionId: string;
  readonly required: boolean;
  readonly requiredLabel: string;
  readonly removeValue: string;
  readonly removeLabel: string;
  /** What a typed option holds at first; null for options with values. */
  readonly typed: FieldView | null;
  readonly values: readonly ProductOptionValueView[];
}

export interface ProductOptionValueView {
  readonly field: string;
  /** Beginning of the ids of its fields: `option_0_value_2`. */
  readonly id: string;
  readonly name: string;
  readonly productOptionValueId: string;
  readonly optionValueId: string;
  readonly offered: boolean;
  readonly offeredLabel: string;
  readonly quantity: string;
  readonly quantityWas: string;
  readonly quantityLabel: string;
  readonly quantityError: string | null;
  readonly subtract: boolean;
  readonly subtractLabel: string;
  readonly minus: boolean;
  readonly prefixLabel: string;
  readonly price: string;
  readonly priceLabel: string;
  readonly priceError: string | null;
}
