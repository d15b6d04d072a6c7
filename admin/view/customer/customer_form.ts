import type { FormPageView } from '../partial/form_page';
import type { FieldView } from '../partial/field';
import type { FieldCard } from '../partial/plain_form';
import type { TabView } from '../partial/tabs';

export interface CustomerFormView extends FormPageView {
  readonly customerId: string;
  readonly tabs: readonly TabView[];
  readonly general: readonly FieldCard[];
  readonly addresses: readonly CustomerAddressView[];
}

export interface CustomerAddressView {
  readonly heading: string;
  /** Name of the hidden field with its id: `address[0][address_id]`. */
  readonly idField: string;
  readonly addressId: string;
  readonly index: string;
  readonly isDefault: boolean;
  readonly defaultLabel: string;
  readonly removeLabel: string;
  readonly fields: readonly FieldView[];
}
