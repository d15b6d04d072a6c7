import type { Link } from '../../../../extension/payment_link/link/link_row';
import { localeOf } from '../../../../extension/payment_link/texts';
import { shareText, shareTextWithoutOrder } from '../../../../language/share';
import { fill } from '../../../../system/language';
import { formatMoney } from '../../../../system/money';
import type { LinkActionsView } from '../../../view/sale/link_actions';
import type { Visit } from '../../../visit';
import { panelText, type PanelFacts } from './panel';

/** Ready messages in the customer's language; the number is filled in where it is an international one. */
export function sharePart(visit: Visit, facts: PanelFacts, link: Link, url: string): LinkActionsView['share'] {
  const text = panelText(visit, facts.page);
  const { language } = link.snapshot;
  const { order } = facts;
  const values = { shop: facts.storeName, amount: formatMoney(link.amount, localeOf(language)), address: url };
  const message =
    order === null
      ? fill(shareTextWithoutOrder(language), { ...values, description: link.description })
      : fill(shareText(language), { ...values, order: order.orderId });
  const number = internationalNumber(order?.telephone ?? '');
  const body = encodeURIComponent(message);
  return [
    { icon: 'whatsapp', title: text.share_whatsapp, href: `https://wa.me/${number.replace('+', '')}?text=${body}` },
    { icon: 'chat-dots', title: text.share_sms, href: `sms:${number}?&body=${body}` },
  ];
}

/** "+31612345678", or empty for a number without its country. */
function internationalNumber(telephone: string): string {
  const digits = telephone.replace(/[^+\d]/g, '').replace(/^00/, '+');
  return /^\+\d{8,15}$/.test(digits) ? digits : '';
}
