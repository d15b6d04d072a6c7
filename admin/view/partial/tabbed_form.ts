import type { PlainFormView, FieldCard } from './plain_form';
import type { TabView } from './tabs';

/** What `tabbed_form.ejs` draws: a form whose cards stand on tabs. The page names the script tabs.js. */
export interface TabbedFormView extends Omit<PlainFormView, 'cards'> {
  readonly tabs: readonly TabView[];
  /** Cards of each tab, in the order of the tabs. */
  readonly panels: readonly (readonly FieldCard[])[];
  /** Hidden fields whose name comes more than once. */
  readonly repeated?: readonly { readonly name: string; readonly value: string }[];
  /** Label of the button that asks for the regions of the country without script; absent where there are none. */
  readonly zonesButton?: string;
}
