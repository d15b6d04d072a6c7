import type { StateView } from '../../link_state';
import type { PageView } from '../../page';

export interface BulkConfirmView extends PageView {
  readonly text: Readonly<Record<string, string>>;
  /** "Renew 1,234 links?" */
  readonly question: string;
  readonly changed: string | null;
  readonly sentences: readonly string[];
  readonly totals: readonly { readonly state: StateView; readonly text: string }[];
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly yes: string;
  readonly danger: boolean;
  readonly backHref: string;
}
