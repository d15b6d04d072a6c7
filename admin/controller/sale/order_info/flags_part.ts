import type { FlagsView } from '../../../view/sale/link_actions';
import type { Visit } from '../../../visit';
import type { OrderFacts } from './facts';
import { pressHidden } from './fold';

/** Links that wait for a person, each with its reasons in words. */
export function flagsPart(visit: Visit, facts: OrderFacts): FlagsView[] {
  const text = visit.texts('sale/order_info');
  const sentences = visit.texts('extension/payment_link');
  const mayModify = visit.may('modify', 'sale/order');
  return facts.links
    .filter((link) => link.flagged)
    .map((link) => ({
      sentences: link.flags.map((flag) => sentences[`flag_${flag}`]),
      seen: mayModify
        ? {
            icon: 'check2',
            title: text.seen_to,
            action: visit.href('/admin/sale/order/dismiss_flags', { order_id: facts.orderId }),
            hidden: pressHidden({ link_id: link.linkId }),
            newTab: false,
          }
        : null,
    }));
}
