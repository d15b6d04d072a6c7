/** What `store_switch.ejs` draws: which store's settings are shown. Null where there is only one. */
export interface StoreSwitchView {
  readonly action: string;
  readonly label: string;
  readonly submit: string;
  readonly options: readonly { readonly value: string; readonly text: string; readonly selected: boolean }[];
}
