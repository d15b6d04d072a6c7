import type { SaidDate } from '../../dates';
import type { FieldError } from '../../form_errors';
import type { PageView } from '../../page';
import type { LinkPanelView } from './link_panel';
import type { Fact } from './order_info';

/** A link without an order, with the same panel as an order's page. */
export interface LinkInfoView extends PageView {
  readonly text: Readonly<Record<string, string>>;
  readonly heading: string;
  readonly made: SaidDate;
  readonly reloadHref: string;
  readonly liveHref: string;
  /** What the page was drawn from; the live stream says when it is old. */
  readonly version: string;
  readonly readOnly: string | null;
  readonly errors: readonly FieldError[];
  readonly panel: LinkPanelView;
  readonly about: readonly Fact[];
  readonly payer: { readonly name: string; readonly email: string | null; readonly language: string };
}
