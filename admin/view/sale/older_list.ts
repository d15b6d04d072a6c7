import type { SaidDate } from '../../dates';
import type { PageView } from '../../page';
import type { PagerView } from '../partial/pager';
import type { RunProgressView } from '../partial/run_progress';

export interface OlderListView extends PageView {
  readonly text: Readonly<Record<string, string>>;
  readonly readOnly: string | null;
  readonly mayModify: boolean;
  /** Stores and gateways, where there is more than one. */
  readonly tabs: readonly { readonly text: string; readonly href: string; readonly current: boolean }[];
  /** Null where links are off everywhere: then the way to switch them on. */
  readonly list: OlderPartView | null;
  readonly settingsHref: string | null;
  /** Where the page hears of the run that goes on; null when none does. */
  readonly liveHref: string | null;
  /** What the page was drawn from. */
  readonly version: string;
}

export interface OlderPartView {
  readonly count: string;
  readonly note: string | null;
  readonly run: RunProgressView | null;
  /** Everything a press needs: a token that is good once, store and gateway. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly action: string;
  readonly rows: readonly OlderRowView[];
  readonly pager: PagerView;
  /** Null while a run goes on, or when nothing is listed. */
  readonly makeAll: string | null;
  readonly pace: string;
}

export interface OlderRowView {
  readonly id: string;
  readonly selectLabel: string;
  readonly order: string;
  readonly href: string;
  readonly customer: string;
  readonly email: string;
  readonly method: string;
  readonly total: string;
  readonly added: SaidDate;
  /** What would become of it, or why it is left alone. */
  readonly link: string;
  readonly wanting: boolean;
}
