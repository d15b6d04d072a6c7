/** What the machine said of a failure, one step away from what people read. */
export interface CauseView {
  /** Of the fold, where a page follows what it shows. */
  readonly id: string;
  readonly label: string;
  readonly text: string;
}
