import type { PageView } from '../../page';

export interface DashboardView extends PageView {
  readonly text: Readonly<Record<string, string>>;
  readonly addHref: string | null;
  readonly olderHref: string | null;
  /** Shown instead of figures until the first link was made. */
  readonly empty: EmptyView | null;
  readonly tiles: readonly TileView[];
  readonly sweep: { readonly text: string; readonly action: string } | null;
  /** The shop's own plugin makes links: what to change there. */
  readonly plugin: string | null;
  readonly delays: readonly DelayView[];
  readonly cases: readonly CaseView[];
  readonly casesHref: string | null;
  readonly figures: FiguresView | null;
  readonly ages: readonly BarView[];
  readonly methods: readonly BarView[];
  readonly staff: readonly BarView[];
}

export interface EmptyView {
  readonly title: string;
  readonly steps: readonly {
    readonly text: string;
    readonly where: string;
    readonly href: string | null;
    readonly done: boolean;
  }[];
}

export interface TileView {
  readonly label: string;
  readonly value: string;
  readonly note: string;
  readonly icon: string;
  readonly href: string | null;
  /** Asks for a person. */
  readonly alarm: boolean;
}

/** What has failed for a while and is still tried by itself; `href`: the oldest order that waits for it. */
export interface DelayView {
  readonly icon: string;
  readonly text: string;
  readonly remedy: string;
  readonly href: string | null;
}

/** Something that waits for a person, with what helps. */
export interface CaseView {
  readonly title: string;
  readonly who: string;
  readonly reason: string;
  readonly remedy: string | null;
  readonly href: string;
  readonly link: string;
  readonly icon: string;
}

export interface FiguresView {
  readonly title: string;
  readonly steps: readonly {
    readonly label: string;
    readonly value: string;
    readonly note: string;
    readonly width: string;
  }[];
  readonly timeToPay: string;
  readonly chart: ChartView;
}

/** Bars in a field of 600 × 160. */
export interface ChartView {
  readonly summary: string;
  readonly most: string;
  readonly first: string;
  readonly last: string;
  readonly days: readonly ChartDay[];
}

export interface ChartDay {
  readonly x: number;
  readonly width: number;
  readonly madeY: number;
  readonly madeHeight: number;
  readonly paidY: number;
  readonly paidHeight: number;
  readonly title: string;
  readonly date: string;
  readonly made: string;
  readonly paid: string;
}

export interface BarView {
  readonly label: string;
  readonly value: string;
  /** "37%" of the longest. */
  readonly width: string;
}
