/** Why something could not be deleted: where it is in use. */
export interface InUseView {
  readonly title: string;
  readonly places: readonly PlaceView[];
}

export interface PlaceView {
  readonly text: string;
  /** Null for what cannot be changed here. */
  readonly href: string | null;
}
