import type { SaidDate } from '../../dates';
import type { PageView } from '../../page';
import type { PagerView } from '../partial/pager';
import type { RunProgressView } from '../partial/run_progress';

export interface LinkRunView extends PageView {
  readonly text: Readonly<Record<string, string>>;
  readonly heading: string;
  readonly listHref: string;
  readonly readOnly: string | null;
  readonly liveHref: string;
  /** What the page was drawn from; the live stream says when it is old. */
  readonly version: string;
  /** For the screen reader when the page updates itself: changes at the quarters, not at every link. */
  readonly said: string;
  /** Null when there was no run yet. */
  readonly progress: RunProgressView | null;
  readonly refused: readonly RefusedLinkView[];
  readonly pager: PagerView | null;
  readonly runs: readonly RunRowView[];
}

export interface RefusedLinkView {
  readonly reference: string;
  readonly href: string | null;
  readonly customer: string;
  readonly amount: string;
  readonly reason: string;
  readonly remedy: string | null;
}

export interface RunRowView {
  readonly title: string;
  readonly href: string;
  readonly current: boolean;
  readonly begun: SaidDate;
  readonly actor: string;
  readonly result: string;
  readonly rest: readonly string[];
}
