import type { CustomerView, OrderDetailsView } from './order_info';

/** A page of its own, without the frame. */
export interface OrderPrintView {
  readonly language: string;
  readonly title: string;
  readonly icon: string;
  readonly styles: readonly string[];
  readonly script: string;
  readonly backHref: string;
  readonly band: string | null;
  readonly text: Readonly<Record<string, string>>;
  readonly shop: { readonly name: string; readonly lines: string };
  readonly placed: string;
  readonly status: string;
  readonly details: OrderDetailsView;
  readonly customer: CustomerView;
  /** Null when nothing can be paid. */
  readonly pay: { readonly address: string; readonly qr: string } | null;
}
