import type { SaidDate } from '../../dates';
import type { PageView } from '../../page';

export interface PaymentUninstallView extends PageView {
  readonly text: Readonly<Record<string, string>>;
  readonly code: string;
  readonly action: string;
  readonly cancelHref: string;
  /** "3 links are open …" */
  readonly open: string;
  /** Empty when all are listed. */
  readonly more: string;
  readonly rows: readonly {
    readonly orderId: string;
    /** Null without access to orders, or without an order. */
    readonly href: string | null;
    readonly customer: string;
    readonly amount: string;
    readonly expires: SaidDate | null;
  }[];
}
