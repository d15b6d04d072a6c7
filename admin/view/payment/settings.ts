import type { FormPageView } from '../partial/form_page';
import type { FieldView } from '../partial/field';
import type { StoreSwitchView } from '../partial/store_switch';
import type { TabView } from '../partial/tabs';

/** Settings of an extension: a tab for each group of fields, some with more below them. */
export interface SettingsView extends FormPageView {
  readonly storeId: string;
  readonly notices: readonly NoticeView[];
  readonly storeSwitch: StoreSwitchView | null;
  readonly links: readonly { readonly text: string; readonly href: string; readonly icon: string }[];
  readonly tabs: readonly TabView[];
  readonly panels: readonly PanelView[];
}

export interface NoticeView {
  readonly kind: 'info' | 'success' | 'warning' | 'danger';
  /** Of Bootstrap icons. */
  readonly icon: string;
  readonly text: string;
}

export interface PanelView {
  readonly id: string;
  readonly heading: string;
  readonly open: boolean;
  readonly cards: readonly { readonly heading: string | null; readonly fields: readonly FieldView[] }[];
  readonly test: TestView | null;
  readonly methods: MethodsView | null;
}

/** The button that asks the provider with the keys above it. */
export interface TestView {
  readonly action: string;
  readonly text: string;
  readonly help: string;
  readonly result: NoticeView | null;
}

export interface MethodsView {
  readonly intro: string;
  /** Which account was asked, and when. */
  readonly refreshed: { readonly text: string; readonly iso: string; readonly full: string } | null;
  readonly account: string;
  readonly refreshAction: string;
  readonly refreshText: string;
  /** `test` or `live`; empty when nothing can be chosen. */
  readonly environment: string;
  readonly empty: string;
  readonly rows: readonly MethodRowView[];
}

export interface MethodRowView {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly limits: string;
  readonly currencies: string;
  /** Null for methods that cannot be chosen. */
  readonly choice: { readonly checked: boolean; readonly label: string; readonly locked: boolean } | null;
  /** Why it is not offered, or what to know about it; empty when there is nothing to say. */
  readonly note: string;
  readonly muted: boolean;
}
