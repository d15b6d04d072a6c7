/** What `tabs.ejs` draws; `<section class="tab-panel" id="tab-<id>">` are the panels, `data-open` on the open one. */
export interface TabView {
  readonly id: string;
  readonly text: string;
  readonly open: boolean;
  /** For screen readers; null when nothing on the tab is wrong. */
  readonly wrong: string | null;
}

/** The first tab with an error is open, else the one asked for, else the first. */
export function tabsOf(
  tabs: readonly { readonly id: string; readonly text: string; readonly wrong: boolean }[],
  asked: string,
  wrongText: string,
): TabView[] {
  const open = tabs.find((tab) => tab.wrong) ?? tabs.find((tab) => tab.id === asked) ?? tabs[0];
  return tabs.map((tab) => ({ id: tab.id, text: tab.text, open: tab === open, wrong: tab.wrong ? wrongText : null }));
}
