import type { StateView } from '../../link_state';
import type { PageView } from '../../page';
import type { StoreSwitchView } from '../partial/store_switch';

export interface MailListView extends PageView {
  readonly text: Readonly<Record<string, string>>;
  readonly storeSwitch: StoreSwitchView | null;
  readonly groups: readonly { readonly heading: string; readonly rows: readonly MailRowView[] }[];
}

export interface MailRowView {
  readonly name: string;
  readonly when: string;
  readonly state: StateView;
  /** The languages with own words, or that there are none. */
  readonly own: string;
  readonly href: string;
  readonly editLabel: string;
}
