import type { JournalLine } from '../../../../extension/payment_link/journal/journal';
import type { Link } from '../../../../extension/payment_link/link/link_row';
import type { StoredMail } from '../../../../extension/payment_link/mail/mails';
import type { Order } from '../../../../extension/payment_link/order_book';
import type { OrderLinks } from '../../../../extension/payment_link/order/order_links';
import type { Refund } from '../../../../extension/payment_link/refund/refunds';
import type { Answer } from '../../../../system/http/answer';
import { joined } from '../../../../system/language';
import type { TextFiles } from '../../../../language';
import type { Admin } from '../../../admin';
import type { Visit } from '../../../visit';
import type { Again } from './again';

/** The page that the panel "Payment link" stands on: an order's, or that of a link without one. */
export interface PanelPage {
  readonly route: 'sale/order' | 'sale/payment_link';
  /** What its address says it is about. */
  readonly ids: Readonly<Record<string, number>>;
}

/** What the panel is drawn from. */
export interface PanelFacts extends OrderLinks {
  readonly page: PanelPage;
  /** Null for a link without an order. */
  readonly order: Order | null;
  readonly storeName: string;
  readonly refunds: readonly Refund[];
  /** Newest first. */
  readonly mails: readonly StoredMail[];
  /** Newest first. */
  readonly journal: readonly JournalLine[];
  readonly languageId: number;
  /** UTC epoch ms. */
  readonly now: number;
  /** IANA name of the shop's zone. */
  readonly zone: string;
  readonly version: string;
}

/** What a form of the panel needs to know of the page it was sent from. */
export interface Panel {
  readonly page: PanelPage;
  /** Null for a link without an order. */
  readonly orderId: number | null;
  holds(link: Link): boolean;
  /** The page with a form that was refused open on it. */
  again(again: Again): Promise<Answer>;
}

/** @throws AppError `not_found` */
export type PanelOf = (app: Admin, visit: Visit) => Promise<Panel>;

/** Where a form of the panel posts to. */
export function panelAction(visit: Visit, { route, ids }: PanelPage, form: string): string {
  return visit.href(`/admin/${route}/${form}`, ids);
}

/** The page itself, without the base path. */
export function panelPath({ route, ids }: PanelPage): string {
  const query = Object.entries(ids).map(([name, value]): [string, string] => [name, String(value)]);
  return `/admin/${route}/info?${new URLSearchParams(query).toString()}`;
}

/** The panel's words, which speak of an order only where there is one. */
export function panelText(visit: Visit, { route }: PanelPage): TextFiles['sale/order_info'] {
  const text = visit.texts('sale/order_info');
  return route === 'sale/order' ? text : joined(text, visit.texts('sale/link_info').panel);
}
