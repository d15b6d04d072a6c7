/** What `search.ejs` draws: one field that looks through a list. */
export interface SearchView {
  readonly action: string;
  readonly label: string;
  readonly value: string;
  readonly submit: string;
  readonly clear: string;
  /** Null when there is nothing to clear. */
  readonly clearHref: string | null;
  /** What the search keeps of the list's address. */
  readonly hidden: Readonly<Record<string, string>>;
}
