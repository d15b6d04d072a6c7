/** How far something has come that goes on by itself. */
export interface RunProgressView {
  readonly text: string;
  readonly running: boolean;
  /** Null when it is over, or nobody knows how much there is. */
  readonly bar: {
    readonly label: string;
    /** "37%" */
    readonly width: string;
    readonly value: number;
    readonly max: number;
  } | null;
  /** Further sentences, the first ones more important. */
  readonly notes: readonly string[];
  readonly counts: readonly { readonly label: string; readonly value: string; readonly css: string }[];
  /** What holds it up at the moment. */
  readonly trouble: { readonly text: string; readonly reason: string; readonly remedy: string | null } | null;
  /** Of what stands still, for those who may. */
  readonly goOn?: {
    readonly action: string;
    readonly hidden: Readonly<Record<string, string>>;
    readonly title: string;
  } | null;
  readonly refreshHref: string;
  /** Null for those who may only look, and when there is nothing to stop. */
  readonly stop: {
    readonly action: string;
    readonly hidden: Readonly<Record<string, string>>;
    readonly confirm: string | null;
  } | null;
}
