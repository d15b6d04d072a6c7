import type { SaidDate } from '../../dates';
import type { StateView } from '../../link_state';
import type { PageView } from '../../page';
import type { CauseView } from '../partial/cause';

export interface SettingsCheckView extends PageView {
  readonly text: Readonly<Record<string, string>>;
  readonly againHref: string;
  readonly summary: StateView;
  readonly checkedAt: SaidDate;
  readonly topics: readonly TopicView[];
}

export interface TopicView {
  readonly heading: string;
  readonly findings: readonly {
    readonly state: StateView;
    readonly level: string;
    readonly text: string;
    /** Null when there is nothing to do. */
    readonly remedy: string | null;
    readonly cause: CauseView | null;
  }[];
}
