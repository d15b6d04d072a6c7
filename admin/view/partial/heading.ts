/** What `heading.ejs` draws: the heading of a column, with a link that sorts by it. */
export interface HeadingView {
  readonly text: string;
  readonly href: string;
  readonly sorted: 'ascending' | 'descending' | null;
  /** Right-aligned, above numbers. */
  readonly amount: boolean;
}
