import type { PaymentLinks } from '../../extension/payment_link/context';
import { openAddress } from '../../extension/payment_link/link/addresses';
import type { Link } from '../../extension/payment_link/link/link_row';
import { findLink } from '../../extension/payment_link/link/links';
import { textsIn } from '../../language';
import { formatMoney } from '../../system/money';
import { momentText } from './terminal';

const STATES = textsIn('en-gb')['sale/payment_link'];

export function stateText(link: Link): string {
  return STATES[`state_${link.state}`];
}

export function amountText(link: Pick<Link, 'amount'>): string {
  return formatMoney(link.amount, 'en-GB');
}

/** What a person asks of a link first. */
export function linkFacts({ publicUrl }: PaymentLinks, link: Link): [string, string | null][] {
  return [
    ['Link', String(link.linkId)],
    ['State', stateText(link)],
    ['Amount', amountText(link)],
    ['For', link.orderId === null ? link.description : `order ${link.orderId}`],
    ['Customer', [link.customer, link.email && `<${link.email}>`].filter(Boolean).join(' ')],
    ['Address', openAddress(publicUrl, link)],
    ['Reference', link.reference],
    ['Provider', `${link.gateway} (${link.environment})`],
    ['Made', `${momentText(link.createdAt)} UTC by ${link.createdBy}`],
    ['Expires', link.expiresAt === null ? null : `${momentText(link.expiresAt)} UTC`],
    ['Failure', link.failure],
    ['Cause', link.failureCause],
    ['Remedy', link.remedy],
  ];
}

const LOOK_EVERY_MS = 200;

/** The link once its provider was asked, or as it is when the wait is over. `seconds` 0 does not wait. */
export async function waitForLink(links: PaymentLinks, link: Link, seconds: number): Promise<Link> {
  const end = Date.now() + seconds * 1000;
  let now = link;
  while (now.state === 'requested' && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    now = (await findLink(links.db, link.linkId)) ?? now;
  }
  return now;
}
